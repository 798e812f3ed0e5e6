// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/arithmetictext.h"

#include "core/analysis/receptivefield.h"
#include "ui/pages/look/layernames.h"
#include "ui/theme/colours.h"
#include "ui/widgets/figuretext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <functional>

namespace inkling::ui {

namespace {

constexpr int kContributions = 10;
constexpr int kInOneLine = 3;  // side of the kernels

QString words(const char* text) { return QCoreApplication::translate("Arithmetic", text); }

QString number(double value, int digits = 2) { return decimalText(value, digits); }

QString cell(double value, double limit, const Colours& colours) {
  const QColor fill = diverging(colours, limit > 0 ? 0.8 * value / limit : 0);
  const char* ink = fill.lightnessF() > 0.55 ? "#14181d" : "#f6f7f9";
  return QStringLiteral("<td align=right bgcolor=\"%1\"><font color=\"%2\">&nbsp;%3</font></td>")
      .arg(fill.name(), QLatin1String(ink), number(value));
}

// A square of numbers, colour by size.
QString grid(int side, const std::function<double(int)>& value, const Colours& colours) {
  double limit = 0;
  for (int i = 0; i < side * side; ++i) limit = std::max(limit, std::abs(value(i)));
  QString html = QStringLiteral("<table cellspacing=1 cellpadding=1>");
  for (int y = 0; y < side; ++y) {
    html += QStringLiteral("<tr>");
    for (int x = 0; x < side; ++x) html += cell(value(y * side + x), limit, colours);
    html += QStringLiteral("</tr>");
  }
  return html + QStringLiteral("</table>");
}

QString convolutionText(const Arithmetic& sum, const LayerSpec& spec, int channels,
                        const Colours& colours) {
  const int taps = spec.kernel * spec.kernel;
  std::vector<double> perChannel(static_cast<std::size_t>(channels));
  for (const Term& term : sum.terms)
    perChannel[static_cast<std::size_t>(term.channel)] += static_cast<double>(term.product());
  const auto strongest =
      std::max_element(perChannel.begin(), perChannel.end(),
                       [](double a, double b) { return std::abs(a) < std::abs(b); });
  const auto shown = static_cast<int>(strongest - perChannel.begin());
  const auto term = [&](int i) -> const Term& {
    return sum.terms[static_cast<std::size_t>(i * channels + shown)];
  };
  QString html;
  if (channels > 1)
    html += words(QT_TRANSLATE_NOOP("Arithmetic", "Input channel %1, which counts most of %2:"))
                .arg(shown)
                .arg(channels);
  // Kernels that large would not fit beside each other.
  constexpr int kLargest = 5;
  if (spec.kernel <= kLargest) {
    const QString inputs = grid(
        spec.kernel, [&](int i) { return static_cast<double>(term(i).input); }, colours);
    const QString weights = grid(
        spec.kernel, [&](int i) { return static_cast<double>(term(i).weight); }, colours);
    const QString products = grid(
        spec.kernel, [&](int i) { return static_cast<double>(term(i).product()); }, colours);
    // Small ones stand in one line.
    const QString line = QStringLiteral("<td valign=middle>&nbsp;%1&nbsp;</td><td>%2%3</td>");
    html +=
        QStringLiteral("<table><tr><td>%1%2</td>%3%4%5</tr></table>")
            .arg(words(QT_TRANSLATE_NOOP("Arithmetic", "inputs")), inputs,
                 line.arg(QStringLiteral("×"), words(QT_TRANSLATE_NOOP("Arithmetic", "kernel")),
                          weights),
                 spec.kernel <= kInOneLine ? QString() : QStringLiteral("</tr></table><table><tr>"),
                 line.arg(QStringLiteral("="), words(QT_TRANSLATE_NOOP("Arithmetic", "products")),
                          products));
  }
  html +=
      QStringLiteral("<p>%1</p>")
          .arg(words(QT_TRANSLATE_NOOP("Arithmetic",
                                       "%1 products of this channel make %2; with all channels "
                                       "%3, with the bias %4: <b>%5</b>"))
                   .arg(taps)
                   .arg(number(*strongest, 3), number(static_cast<double>(sum.sum - sum.bias), 3),
                        number(static_cast<double>(sum.bias), 3),
                        number(static_cast<double>(sum.sum), 3)));
  return html;
}

QString sourceName(const Term& term, Shape input) {
  if (input.height == 1 && input.width == 1)
    return words(QT_TRANSLATE_NOOP("Arithmetic", "unit %1")).arg(term.channel);
  const QString place =
      words(QT_TRANSLATE_NOOP("Arithmetic", "row %1, column %2")).arg(term.y).arg(term.x);
  if (input.channels == 1) return place;
  return words(QT_TRANSLATE_NOOP("Arithmetic", "channel %1, %2"))
      .arg(QString::number(term.channel), place);
}

QString denseText(const Arithmetic& sum, Shape input, const Colours& colours) {
  const auto terms = largestTerms(sum, kContributions);
  const double limit = terms.empty() ? 0 : std::abs(static_cast<double>(terms.front().product()));
  QString html = QStringLiteral("<table cellspacing=1 cellpadding=1>");
  double shown = 0;
  for (const Term& term : terms) {
    shown += static_cast<double>(term.product());
    html += QStringLiteral(
                "<tr><td>%1&nbsp;</td><td align=right>%2</td><td>×</td>"
                "<td align=right>%3</td><td>=</td>%4</tr>")
                .arg(sourceName(term, input), number(static_cast<double>(term.input)),
                     number(static_cast<double>(term.weight)),
                     cell(static_cast<double>(term.product()), limit, colours));
  }
  html += QStringLiteral("</table>");
  const double all = static_cast<double>(sum.sum - sum.bias);
  return html + QStringLiteral("<p>%1</p>")
                    .arg(words(QT_TRANSLATE_NOOP("Arithmetic",
                                                 "These make %1, the other %2 inputs %3, the bias "
                                                 "%4: together <b>%5</b>"))
                             .arg(number(shown, 3))
                             .arg(sum.terms.size() - terms.size())
                             .arg(number(all - shown, 3), number(static_cast<double>(sum.bias), 3),
                                  number(static_cast<double>(sum.sum), 3)));
}

QString poolText(const Trace& trace, const Network<float>& network, int layer, const UnitAt& unit,
                 const Colours& colours) {
  const LayerSpec& spec = network.layer(layer).spec();
  const Shape in = trace.shape(layer - 1);
  const auto values = trace.output(layer - 1);
  const auto value = [&](int i) {
    const int y = unit.y * spec.stride + i / spec.kernel;
    const int x = unit.x * spec.stride + i % spec.kernel;
    return static_cast<double>(
        values[static_cast<std::size_t>((y * in.width + x) * in.channels + unit.channel)]);
  };
  return QStringLiteral("<p>%1</p>%2")
      .arg(words(QT_TRANSLATE_NOOP("Arithmetic", "The largest of these goes on:")),
           grid(spec.kernel, value, colours));
}

// The same value in the layers that follow, up to the next sum.
QString goesOnText(const Network<float>& network, const Trace& trace, int layer, UnitAt unit) {
  QString html;
  for (int i = layer + 1; i < network.layerCount(); ++i) {
    const LayerSpec& spec = network.layer(i).spec();
    if (spec.kind == LayerKind::Dense || spec.kind == LayerKind::Conv2d ||
        spec.kind == LayerKind::Flatten)
      break;
    const Shape shape = trace.shape(i);
    if (spec.kind == LayerKind::MaxPool2d) {
      unit.y /= spec.stride;
      unit.x /= spec.stride;
      if (unit.y >= shape.height || unit.x >= shape.width) break;
    }
    const float value = trace.output(i)[static_cast<std::size_t>(
        (unit.y * shape.width + unit.x) * shape.channels + unit.channel)];
    html += QStringLiteral("<br>→ %1 %2: <b>%3</b>")
                .arg(i + 1)
                .arg(describeLayer(spec), number(static_cast<double>(value), 3));
  }
  return html.isEmpty()
             ? html
             : QStringLiteral("<p>%1%2</p>")
                   .arg(words(QT_TRANSLATE_NOOP("Arithmetic", "What becomes of it:")), html);
}

}  // namespace

QString arithmeticText(const Network<float>& network, const Trace& trace, int layer,
                       const UnitAt& unit, const Colours& colours) {
  const Shape shape = trace.shape(layer);
  const auto valueOf = [&](int of) {
    return static_cast<double>(trace.output(of)[static_cast<std::size_t>(
        (unit.y * shape.width + unit.x) * shape.channels + unit.channel)]);
  };
  if (layer < 0)
    return words(QT_TRANSLATE_NOOP("Arithmetic",
                                   "A pixel of the image, as the network is given it: <b>%1</b>"))
        .arg(number(valueOf(layer), 3));
  const Layer<float>& there = network.layer(layer);
  QString html =
      QStringLiteral("<p><b>%1 %2</b></p>").arg(layer + 1).arg(describeLayer(there.spec()));
  switch (there.spec().kind) {
    case LayerKind::Conv2d:
      return html +
             convolutionText(
                 arithmetic(network, layer, unit.y, unit.x, unit.channel, trace.output(layer - 1)),
                 there.spec(), there.inputShape().channels, colours) +
             goesOnText(network, trace, layer, unit);
    case LayerKind::Dense:
      return html +
             denseText(arithmetic(network, layer, 0, 0, unit.channel, trace.output(layer - 1)),
                       there.inputShape(), colours) +
             goesOnText(network, trace, layer, unit);
    case LayerKind::MaxPool2d:
      return html + poolText(trace, network, layer, unit, colours);
    case LayerKind::Flatten:
      return html +
             words(QT_TRANSLATE_NOOP("Arithmetic",
                                     "The same numbers in one line: <b>%1</b> goes on as it is."))
                 .arg(number(valueOf(layer), 3));
    default:
      return html + QStringLiteral("<p>%1(%2) = <b>%3</b></p>")
                        .arg(describeLayer(there.spec()), number(valueOf(layer - 1), 3),
                             number(valueOf(layer), 3));
  }
}

QString softmaxText(const Trace& trace, const QStringList& names, const Colours& colours) {
  const auto logits = trace.logits();
  const auto p = trace.probabilities();
  const float top = *std::max_element(logits.begin(), logits.end());
  const auto head = [](const QString& text) {
    return QStringLiteral("<th align=right>&nbsp;%1&nbsp;</th>").arg(text);
  };
  QString html =
      QStringLiteral("<table cellspacing=1 cellpadding=1><tr>%1%2%3%4%5</tr>")
          .arg(head({}), head(words(QT_TRANSLATE_NOOP("Arithmetic", "logit z"))),
               head(QStringLiteral("z − max")), head(QStringLiteral("e<sup>z−max</sup>")),
               head(words(QT_TRANSLATE_NOOP("Arithmetic", "÷ sum"))));
  double sum = 0;
  for (const float z : logits) sum += std::exp(static_cast<double>(z - top));
  for (std::size_t c = 0; c < logits.size(); ++c) {
    const double distance = static_cast<double>(logits[c] - top);
    const bool best = logits[c] == top;
    const QString percent = number(100 * static_cast<double>(p[c]), 1) + QStringLiteral(" %");
    html += QStringLiteral(
                "<tr><td>%1&nbsp;</td>%2<td align=right>&nbsp;%3</td><td align=right>&nbsp;%4</td>"
                "<td align=right>&nbsp;%5</td></tr>")
                .arg(names.value(static_cast<int>(c), QString::number(c)),
                     cell(static_cast<double>(logits[c]), 10, colours), number(distance),
                     number(std::exp(distance), 4),
                     best ? QStringLiteral("<b>%1</b>").arg(percent) : percent);
  }
  return html +
         QStringLiteral("</table><p>%1</p>")
             .arg(words(QT_TRANSLATE_NOOP("Arithmetic", "The sum is %1.")).arg(number(sum, 4)));
}

}  // namespace inkling::ui
