// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/canvaspanel.h"

#include "ui/widgets/canvas/canvastools.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/card.h"
#include "ui/widgets/digitbars.h"
#include "ui/widgets/glyphview.h"
#include "ui/widgets/probabilitybars.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace inkling::ui {
namespace {

QRectF boxOf(const Ink& ink) {
  float left = 1, top = 1, right = 0, bottom = 0;
  for (const Stroke& stroke : ink) {
    for (const InkPoint& p : stroke.points) {
      left = std::min(left, p.x);
      top = std::min(top, p.y);
      right = std::max(right, p.x);
      bottom = std::max(bottom, p.y);
    }
  }
  return {QPointF(left, top), QPointF(right, bottom)};
}

int leastSure(const std::vector<DigitReading>& digits) {
  const auto least = std::min_element(digits.begin(), digits.end(),
                                      [](const DigitReading& a, const DigitReading& b) {
                                        return a.reading.confidence < b.reading.confidence;
                                      });
  return least == digits.end() ? 0 : static_cast<int>(least - digits.begin());
}

}  // namespace

CanvasPanel::CanvasPanel(QWidget* parent)
    : QWidget(parent),
      m_canvas(new InkCanvas(this)),
      m_tools(new CanvasTools(*m_canvas, this)),
      m_preview(new GlyphView(this)),
      m_verdict(new QLabel(this)),
      m_bars(new ProbabilityBars(this)),
      m_several(new DigitBars(this)) {
  m_preview->setObjectName(QStringLiteral("networkInput"));
  m_preview->setFixedSize(28 * 2 + 2, 28 * 2 + 2);
  m_verdict->setObjectName(QStringLiteral("canvasVerdict"));
  m_bars->setObjectName(QStringLiteral("probabilityBars"));
  m_several->setObjectName(QStringLiteral("digitBars"));
  m_several->hide();
  auto* tools = new QHBoxLayout;
  tools->addWidget(m_tools, 1);
  tools->addWidget(m_preview);
  auto* all = new QVBoxLayout(this);
  setCardMargins(*all);
  all->addWidget(m_canvas);
  all->addLayout(tools);
  all->addWidget(m_verdict);
  all->addWidget(m_bars, 1);
  all->addWidget(m_several, 1);
  for (int i = 0; i < 10; ++i) m_names << QString::number(i);
  connect(m_canvas, &InkCanvas::inkChanged, this, &CanvasPanel::onInk);
  connect(m_canvas, &InkCanvas::imageOffered, this, &CanvasPanel::imageOffered);
  connect(m_several, &DigitBars::digitChosen, this, [this](int digit) {
    m_byHand = true;
    choose(digit);
  });
  retranslate();
}

void CanvasPanel::setGlyph(const Glyph& glyph) { m_canvas->setGlyph(glyph); }

void CanvasPanel::setClassNames(const QStringList& names) {
  m_names = names;
  m_bars->setClassNames(names);
}

void CanvasPanel::addBelow(QWidget* widget) { layout()->addWidget(widget); }

const Glyph& CanvasPanel::glyph() const {
  static const Glyph kBlank{};
  return isBlank() ? kBlank : m_digits[static_cast<std::size_t>(m_chosen)].glyph;
}

void CanvasPanel::onInk() {
  m_tools->updateActions();
  emit drawingChanged();
}

void CanvasPanel::setDigits(std::vector<DigitReading> digits) {
  if (digits.size() != m_digits.size()) m_byHand = false;
  m_digits = std::move(digits);
  if (!m_byHand) m_chosen = leastSure(m_digits);
  showDigits();
}

void CanvasPanel::choose(int digit) {
  m_chosen = digit;
  showDigits();
  emit chosenChanged();
}

void CanvasPanel::showDigits() {
  const bool several = m_digits.size() > 1;
  if (several) {
    std::vector<Reading> readings;
    for (const DigitReading& digit : m_digits) readings.push_back(digit.reading);
    m_several->setReadings(std::move(readings), m_chosen);
  } else {
    m_bars->setProbabilities(isBlank() ? std::vector<float>()
                                       : m_digits.front().reading.probabilities);
  }
  m_bars->setVisible(!several);
  m_several->setVisible(several);
  if (isBlank())
    m_preview->clear();
  else
    m_preview->setGlyph(glyph());
  m_verdict->setText(verdict());
  showMarks();
}

void CanvasPanel::showMarks() {
  std::vector<InkMark> marks;
  if (m_digits.size() > 1) {
    for (std::size_t i = 0; i < m_digits.size(); ++i) {
      const Reading& reading = m_digits[i].reading;
      marks.push_back({boxOf(m_digits[i].ink),
                       reading.sure ? QString::number(reading.digit) : QStringLiteral("?"),
                       static_cast<int>(i) == m_chosen});
    }
  }
  m_canvas->setMarks(std::move(marks));
}

QString CanvasPanel::doubt(const Reading& reading) const {
  std::vector<int> order(reading.probabilities.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return reading.probabilities[static_cast<std::size_t>(a)] >
           reading.probabilities[static_cast<std::size_t>(b)];
  });
  if (order.size() < 2) return {};
  return tr("%1 or %2?").arg(m_names.value(order[0]), m_names.value(order[1]));
}

QString CanvasPanel::verdict() const {
  if (isBlank() || m_digits.front().reading.digit < 0) return {};
  QString number;
  const Reading* unsure = nullptr;
  for (const DigitReading& digit : m_digits) {
    number += digit.reading.sure ? m_names.value(digit.reading.digit) : QStringLiteral("?");
    if (!digit.reading.sure && unsure == nullptr) unsure = &digit.reading;
  }
  if (unsure == nullptr) return tr("Reads %1").arg(number);
  if (m_digits.size() == 1) return tr("Not sure: %1").arg(doubt(*unsure));
  return tr("Reads %1, not sure: %2").arg(number, doubt(*unsure));
}

void CanvasPanel::paintEvent(QPaintEvent*) { paintCard(*this); }

void CanvasPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void CanvasPanel::retranslate() {
  m_preview->setAccessibleName(tr("What the network is given"));
  m_preview->setToolTip(
      tr("The 28×28 pixels the network is given: your drawing, fitted and "
         "centred. Draw small in a corner and watch."));
  m_bars->setAccessibleName(tr("Probabilities"));
  m_bars->setToolTip(
      tr("How sure the network is of each class; together they make 100 %. Draw "
         "something between a 4 and a 9."));
  m_verdict->setToolTip(
      tr("What is read. Write several digits side by side: each is read by "
         "itself, and where the network is not sure it says so."));
  m_verdict->setText(verdict());
}

}  // namespace inkling::ui
