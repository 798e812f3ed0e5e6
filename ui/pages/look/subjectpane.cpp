// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/subjectpane.h"

#include "ui/session/session.h"
#include "ui/theme/icons.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/card.h"
#include "ui/widgets/percenttext.h"
#include "ui/widgets/probabilitybars.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kCanvas = 190;
constexpr int kNoSample = -1;

}  // namespace

SubjectPane::SubjectPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_canvas(new InkCanvas),
      m_bars(new ProbabilityBars),
      m_answer(new QLabel),
      m_sample(new QSpinBox),
      m_clear(new QToolButton) {
  build();
  connect(m_canvas, &InkCanvas::inkChanged, this, &SubjectPane::inkChanged);
  connect(m_clear, &QToolButton::clicked, m_canvas, &InkCanvas::clear);
  connect(m_sample, &QSpinBox::valueChanged, this, &SubjectPane::sampleChosen);
  connect(&session, &Session::modelSplitChanged, this, &SubjectPane::updateRange);
  connect(&session.selection(), &Selection::drawingChanged, this, [this] { m_borrowed = false; });
  updateRange();
  retranslate();
}

void SubjectPane::build() {
  m_canvas->setObjectName(QStringLiteral("lookCanvas"));
  m_canvas->setFixedSize(kCanvas, kCanvas);
  m_bars->setObjectName(QStringLiteral("lookBars"));
  m_answer->setObjectName(QStringLiteral("lookAnswer"));
  m_answer->setWordWrap(true);
  m_answer->setTextFormat(Qt::RichText);
  m_sample->setObjectName(QStringLiteral("lookSample"));
  m_clear->setObjectName(QStringLiteral("lookClear"));
  m_clear->setIcon(icon(Icon::Clear));
  m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_clear->setFocusPolicy(Qt::TabFocus);
  auto* row = new QHBoxLayout;
  row->setSpacing(12);
  row->addWidget(m_canvas);
  row->addWidget(m_bars, 1);
  auto* below = new QHBoxLayout;
  below->addWidget(m_answer, 1);
  below->addWidget(m_sample);
  below->addWidget(m_clear);
  auto* column = new QVBoxLayout(this);
  setCardMargins(*column);
  column->addLayout(row);
  column->addLayout(below);
}

Glyph SubjectPane::glyph() const {
  return m_canvas->glyph() ? *m_canvas->glyph() : renderGlyph(m_canvas->ink());
}

Ink SubjectPane::ink() const { return m_canvas->glyph() ? Ink() : m_canvas->ink(); }

bool SubjectPane::isBlank() const { return inkling::isBlank(glyph()); }

void SubjectPane::takeDrawing() {
  if (m_drawn || m_borrowed) return;
  const Selection& selection = m_session.selection();
  if (selection.isBlank()) {
    if (m_canvas->isEmpty()) putSample(0);
    return;
  }
  const QSignalBlocker quiet(m_canvas);
  if (selection.ink().empty())
    m_canvas->setGlyph(selection.drawing());
  else
    m_canvas->setInk(selection.ink());
  m_label = -1;
  showNumber(kNoSample);
}

void SubjectPane::giveDrawing() {
  if (!std::exchange(m_drawn, false)) return;
  if (m_canvas->glyph())
    m_session.selection().copyToCanvas(*m_canvas->glyph());
  else
    m_session.selection().drawOnCanvas(m_canvas->ink());
}

void SubjectPane::showImage(const Glyph& glyph, int label) {
  const QSignalBlocker quiet(m_canvas);
  giveDrawing();
  m_canvas->setGlyph(glyph);
  m_label = label;
  m_borrowed = true;
  showNumber(kNoSample);
  emit changed();
}

void SubjectPane::inkChanged() {
  m_label = -1;
  m_drawn = true;
  m_borrowed = false;
  showNumber(kNoSample);
  emit changed();
}

// Without a number: what was drawn last.
void SubjectPane::sampleChosen(int sample) {
  m_borrowed = false;
  if (sample != kNoSample)
    putSample(sample);
  else if (!m_session.selection().isBlank())
    takeDrawing();
  else
    m_canvas->clear();
  emit changed();
}

// An image to look at is no drawing: the page Learn keeps its own.
void SubjectPane::putSample(int sample) {
  const DataView& view = m_session.modelSplit().validation;
  if (sample >= view.count() || !m_sample->isEnabled()) return;
  giveDrawing();
  Glyph glyph{};
  const auto pixels = view.image(sample);
  std::copy_n(pixels.begin(), glyph.size(), glyph.begin());
  const QSignalBlocker quiet(m_canvas);
  m_canvas->setGlyph(glyph);
  m_label = view.label(sample);
  m_borrowed = true;
  showNumber(sample);
}

void SubjectPane::updateRange() {
  const DataView& view = m_session.modelSplit().validation;
  const bool glyphs = view.count() > 0 && view.set->shape() == kGlyphShape;
  const QSignalBlocker quiet(m_sample);
  m_sample->setEnabled(glyphs);
  m_sample->setRange(kNoSample, glyphs ? view.count() - 1 : kNoSample);
  if (m_sample->value() != kNoSample) putSample(m_sample->value());
}

void SubjectPane::showNumber(int sample) {
  const QSignalBlocker quiet(m_sample);
  m_sample->setValue(sample);
}

void SubjectPane::showAnswer(const Trace& trace, const QStringList& names, bool changedCopy) {
  const int read = trace.predicted();
  const float p = trace.probabilities()[static_cast<std::size_t>(read)];
  m_bars->setClassNames(names);
  m_bars->setProbabilities(trace.probabilities());
  m_bars->setTruth(m_label);
  const QString truth = m_label < 0 ? QString()
                        : m_label == read
                            ? tr(" ✓ it is one")
                            : tr(" ✗ it is a %1").arg(names.value(m_label).toHtmlEscaped());
  m_answer->setText(
      tr("Read as <b>%1</b> with %2%3")
          .arg(names.value(read, QString::number(read)).toHtmlEscaped(), percentText(p), truth) +
      (changedCopy ? tr(" (changed copy of the Lab)") : QString()));
}

void SubjectPane::clearAnswer() {
  m_bars->clear();
  m_bars->setTruth(-1);
  m_answer->clear();
}

void SubjectPane::paintEvent(QPaintEvent*) { paintCard(*this); }

void SubjectPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void SubjectPane::retranslate() {
  m_canvas->setAccessibleName(tr("Drawing area"));
  m_sample->setPrefix(tr("image "));
  m_sample->setSpecialValueText(tr("your drawing"));
  m_sample->setAccessibleName(tr("Validation image"));
  m_sample->setToolTip(
      tr("Step through the validation images, or draw on the left: both are read at once."));
  m_clear->setText(tr("Clear"));
  m_clear->setToolTip(tr("Starts with an empty canvas."));
}

}  // namespace inkling::ui
