// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/canvaspanel.h"

#include "ui/theme/icons.h"
#include "ui/widgets/canvas/inkcanvas.h"
#include "ui/widgets/card.h"
#include "ui/widgets/glyphview.h"
#include "ui/widgets/probabilitybars.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace inkling::ui {

CanvasPanel::CanvasPanel(QWidget* parent)
    : QWidget(parent),
      m_canvas(new InkCanvas(this)),
      m_preview(new GlyphView(this)),
      m_bars(new ProbabilityBars(this)) {
  m_preview->setObjectName(QStringLiteral("networkInput"));
  m_preview->setFixedSize(28 * 2 + 2, 28 * 2 + 2);
  m_bars->setObjectName(QStringLiteral("probabilityBars"));
  auto* tools = new QHBoxLayout;
  tools->setSpacing(2);
  addTools(tools);
  auto* all = new QVBoxLayout(this);
  setCardMargins(*all);
  all->addWidget(m_canvas);
  all->addLayout(tools);
  all->addWidget(m_bars, 1);
  connect(m_canvas, &InkCanvas::inkChanged, this, &CanvasPanel::updateGlyph);
  connect(m_canvas, &InkCanvas::imageOffered, this, &CanvasPanel::imageOffered);
  retranslate();
  updateActions();
}

QAction* CanvasPanel::addTool(QHBoxLayout* row, Icon which, const char* name,
                              const QKeySequence& shortcut) {
  auto* action = new QAction(icon(which), {}, this);
  action->setObjectName(QLatin1String(name));
  action->setShortcut(shortcut);
  addAction(action);
  auto* button = new QToolButton(this);
  button->setObjectName(QLatin1String(name) + QStringLiteral("Button"));
  button->setAutoRaise(true);
  button->setDefaultAction(action);
  row->addWidget(button);
  return action;
}

void CanvasPanel::addTools(QHBoxLayout* row) {
  m_draw = addTool(row, Icon::Pencil, "drawTool", {Qt::CTRL | Qt::Key_D});
  m_erase = addTool(row, Icon::Eraser, "eraseTool", {Qt::CTRL | Qt::Key_E});
  auto* group = new QActionGroup(this);
  for (QAction* tool : {m_draw, m_erase}) {
    tool->setCheckable(true);
    group->addAction(tool);
  }
  m_draw->setChecked(true);
  m_undo = addTool(row, Icon::Undo, "undoInk", QKeySequence(QKeySequence::Undo));
  m_redo = addTool(row, Icon::Redo, "redoInk", QKeySequence(QKeySequence::Redo));
  m_clear = addTool(row, Icon::Clear, "clearInk", {Qt::CTRL | Qt::Key_L});
  m_brush = new QSlider(Qt::Horizontal, this);
  m_brush->setObjectName(QStringLiteral("brushWidth"));
  m_brush->setRange(2, 16);  // percent of the side
  m_brush->setValue(7);
  m_brush->setMinimumWidth(48);
  row->addWidget(m_brush, 1);
  row->addSpacing(8);
  row->addWidget(m_preview);
  connect(m_draw, &QAction::triggered, this, [this] { m_canvas->setTool(InkCanvas::Tool::Draw); });
  connect(m_erase, &QAction::triggered, this,
          [this] { m_canvas->setTool(InkCanvas::Tool::Erase); });
  connect(m_undo, &QAction::triggered, m_canvas, &InkCanvas::undo);
  connect(m_redo, &QAction::triggered, m_canvas, &InkCanvas::redo);
  connect(m_clear, &QAction::triggered, m_canvas, &InkCanvas::clear);
  connect(m_brush, &QSlider::valueChanged, this,
          [this](int percent) { m_canvas->setBrushWidth(percent / 100.0); });
}

void CanvasPanel::setGlyph(const Glyph& glyph) { m_canvas->setGlyph(glyph); }

void CanvasPanel::setClassNames(const QStringList& names) { m_bars->setClassNames(names); }

void CanvasPanel::setProbabilities(const std::vector<float>& probabilities) {
  m_bars->setProbabilities(probabilities);
}

void CanvasPanel::updateGlyph() {
  m_glyph = m_canvas->glyph() ? *m_canvas->glyph() : renderGlyph(m_canvas->ink());
  m_blank = inkling::isBlank(m_glyph);
  if (m_blank) {
    m_preview->clear();
    m_bars->clear();
  } else {
    m_preview->setGlyph(m_glyph);
  }
  updateActions();
  emit glyphChanged();
}

void CanvasPanel::updateActions() {
  m_undo->setEnabled(m_canvas->canUndo());
  m_redo->setEnabled(m_canvas->canRedo());
  m_clear->setEnabled(!m_canvas->isEmpty());
}

void CanvasPanel::paintEvent(QPaintEvent*) { paintCard(*this); }

void CanvasPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void CanvasPanel::retranslate() {
  const auto label = [](QAction* action, const QString& text, const QString& tip) {
    action->setText(text);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
    action->setStatusTip(tip);
  };
  label(m_draw, tr("Draw"), tr("Draw with the left button. Try your own way of writing a 4."));
  label(m_erase, tr("Erase"),
        tr("Erase whole strokes with the left button; the right button always does."));
  label(m_undo, tr("Undo"), tr("Take back the last stroke and see how the answer changes."));
  label(m_redo, tr("Redo"), tr("Bring back what was taken back."));
  label(m_clear, tr("Clear"), tr("Start with an empty canvas. Undo brings the drawing back."));
  m_brush->setAccessibleName(tr("Brush width"));
  m_brush->setToolTip(
      tr("How thick the pen draws. Try it: the network is given the same pixels, "
         "whatever the width."));
  m_preview->setAccessibleName(tr("What the network is given"));
  m_preview->setToolTip(
      tr("The 28×28 pixels the network is given: your drawing, fitted and "
         "centred. Draw small in a corner and watch."));
  m_bars->setAccessibleName(tr("Probabilities"));
  m_bars->setToolTip(
      tr("How sure the network is of each class; together they make 100 %. Draw "
         "something between a 4 and a 9."));
}

}  // namespace inkling::ui
