// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/canvaspanel.h"

#include "ui/widgets/canvas/canvastools.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/canvas/lessonstrip.h"
#include "ui/widgets/canvas/pinstrip.h"
#include "ui/widgets/card.h"
#include "ui/widgets/digitbars.h"
#include "ui/widgets/probabilitybars.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace inkling::ui {
namespace {

/// Times chance: a best class less likely than this stands out from nothing.
constexpr float kNothingBelow = 2.5F;

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
      m_steps(new LessonStrip(this)),
      m_verdict(new QLabel(this)),
      m_prepare(new QCheckBox(this)),
      m_bars(new ProbabilityBars(this)),
      m_several(new DigitBars(this)),
      m_stack(new QStackedWidget(this)),
      m_pins(new PinStrip(this)) {
  m_steps->setObjectName(QStringLiteral("networkInput"));
  m_verdict->setObjectName(QStringLiteral("canvasVerdict"));
  m_verdict->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_prepare->setObjectName(QStringLiteral("prepareInk"));
  m_prepare->setChecked(true);
  m_bars->setObjectName(QStringLiteral("probabilityBars"));
  m_several->setObjectName(QStringLiteral("digitBars"));
  m_pins->setObjectName(QStringLiteral("pinStrip"));
  for (int i = 0; i < 10; ++i) m_names << QString::number(i);
  build();
  connect(m_canvas, &InkCanvas::inkChanged, this, &CanvasPanel::onInk);
  connect(m_several, &DigitBars::digitChosen, this, [this](int digit) {
    m_byHand = true;
    choose(digit);
  });
  connect(m_prepare, &QCheckBox::toggled, this, &CanvasPanel::preparedChanged);
  connect(m_tools, &CanvasTools::brushChanged, this, [this] {
    showSteps();
    if (!m_prepare->isChecked()) emit preparedChanged();
  });
  retranslate();
}

void CanvasPanel::build() {
  auto* line = new QHBoxLayout;
  line->addWidget(m_verdict, 1);
  line->addWidget(m_prepare);
  auto* all = new QVBoxLayout(this);
  setCardMargins(*all);
  all->setSpacing(5);
  all->addWidget(m_canvas);
  all->addWidget(m_tools);
  all->addWidget(m_steps);
  all->addLayout(line);
  // On top of each other: the canvas must not change its size under the pen.
  m_stack->addWidget(m_bars);
  m_stack->addWidget(m_several);
  all->addWidget(m_stack, 1);
  all->addWidget(m_pins);
}

void CanvasPanel::setGlyph(const Glyph& glyph) { m_canvas->setGlyph(glyph); }

void CanvasPanel::setPicture(const Glyph& glyph, const QImage& picture) {
  m_pictureGlyph = glyph;
  m_picture = picture.scaled({200, 200}, Qt::KeepAspectRatio, Qt::SmoothTransformation);
  setGlyph(glyph);
}

void CanvasPanel::setSample(const Glyph& glyph, int label) {
  m_sample = glyph;
  m_label = label;
  setGlyph(glyph);
}

NormaliseOptions CanvasPanel::options() const {
  if (m_prepare->isChecked()) return {};
  return {.fit = false, .strokeWidth = 28 * m_canvas->brushWidth(), .canvasSide = 1};
}

bool CanvasPanel::shows(const std::optional<Glyph>& glyph) const {
  return glyph && m_canvas->glyph() == glyph;
}

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
  // While a network trains the choice stays: a correction must not hit another digit.
  const bool sameDrawing =
      std::ranges::equal(digits, m_digits, {}, &DigitReading::glyph, &DigitReading::glyph);
  m_digits = std::move(digits);
  if (!m_byHand && !sameDrawing) m_chosen = leastSure(m_digits);
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
  m_stack->setCurrentIndex(several ? 1 : 0);
  m_bars->setTruth(shows(m_sample) ? m_label : -1);
  showSteps();
  m_verdict->setText(verdict());
  showMarks();
}

void CanvasPanel::showSteps() {
  if (isBlank()) return m_steps->clear();
  LessonStrip::Steps steps;
  steps.drawing = m_canvas->ink();
  steps.digit = m_digits[static_cast<std::size_t>(m_chosen)].ink;
  if (shows(m_pictureGlyph)) steps.picture = m_picture;
  steps.seen = glyph();
  steps.prepared = m_prepare->isChecked();
  steps.brush = m_canvas->brushWidth();
  m_steps->setSteps(std::move(steps));
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
  const float best = reading.probabilities[static_cast<std::size_t>(order[0])];
  if (best < kNothingBelow / static_cast<float>(order.size())) return tr("none of these?");
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
  if (shows(m_sample) && m_label >= 0 && unsure == nullptr)
    return tr("Reads %1, it is %2").arg(number, m_names.value(m_label));
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
  m_steps->setAccessibleName(tr("What the network is given"));
  m_prepare->setText(tr("Prepare"));
  m_prepare->setAccessibleName(m_prepare->text());
  m_prepare->setToolTip(
      tr("Scales and centres what you draw, as MNIST’s digits were. Switch it off, draw small in a "
         "corner, and see why it matters."));
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
