// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/canvastools.h"

#include "ui/widgets/canvas/inkcanvas.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QSlider>
#include <QToolButton>

namespace inkling::ui {
namespace {

constexpr int kButtonWidth = 25;  // nine things fit under the narrowest canvas

}  // namespace

CanvasTools::CanvasTools(InkCanvas& canvas, QWidget* parent)
    : QWidget(parent),
      m_canvas(canvas),
      m_row(new QHBoxLayout(this)) {
  setObjectName(QStringLiteral("canvasTools"));
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(1);
  addTools();
  retranslate();
  updateActions();
}

QAction* CanvasTools::addTool(Icon which, const char* name, const QKeySequence& shortcut) {
  auto* action = new QAction(icon(which), {}, this);
  action->setObjectName(QLatin1String(name));
  action->setShortcut(shortcut);
  addAction(action);
  auto* button = new QToolButton(this);
  button->setObjectName(QLatin1String(name) + QStringLiteral("Button"));
  button->setAutoRaise(true);
  button->setDefaultAction(action);
  button->setFixedWidth(kButtonWidth);
  m_row->addWidget(button);
  return action;
}

void CanvasTools::addTools() {
  m_draw = addTool(Icon::Pencil, "drawTool", {Qt::CTRL | Qt::Key_D});
  m_erase = addTool(Icon::Eraser, "eraseTool", {Qt::CTRL | Qt::Key_E});
  auto* group = new QActionGroup(this);
  for (QAction* tool : {m_draw, m_erase}) {
    tool->setCheckable(true);
    group->addAction(tool);
  }
  m_draw->setChecked(true);
  m_undo = addTool(Icon::Undo, "undoInk", QKeySequence(QKeySequence::Undo));
  m_redo = addTool(Icon::Redo, "redoInk", QKeySequence(QKeySequence::Redo));
  m_redo->setShortcuts(QKeySequence::Redo);  // all that are usual
  m_clear = addTool(Icon::Clear, "clearInk", {Qt::CTRL | Qt::Key_L});
  m_brush = new QSlider(Qt::Horizontal, this);
  m_brush->setObjectName(QStringLiteral("brushWidth"));
  m_brush->setRange(2, 16);  // percent of the side
  m_brush->setValue(7);
  m_brush->setMinimumWidth(32);
  m_row->addWidget(m_brush, 1);
  m_pin = addTool(Icon::Pin, "pinDrawing", {Qt::CTRL | Qt::Key_K});
  m_sample = addTool(Icon::Dice, "testDigit", {Qt::CTRL | Qt::Key_T});
  m_picture = addTool(Icon::Picture, "openPicture", {Qt::CTRL | Qt::SHIFT | Qt::Key_I});
  connectAll();
}

void CanvasTools::connectAll() {
  connect(m_draw, &QAction::triggered, this, [this] { m_canvas.setTool(InkCanvas::Tool::Draw); });
  connect(m_erase, &QAction::triggered, this, [this] { m_canvas.setTool(InkCanvas::Tool::Erase); });
  connect(m_undo, &QAction::triggered, &m_canvas, &InkCanvas::undo);
  connect(m_redo, &QAction::triggered, &m_canvas, &InkCanvas::redo);
  connect(m_clear, &QAction::triggered, &m_canvas, &InkCanvas::clear);
  connect(m_brush, &QSlider::valueChanged, this, [this](int percent) {
    m_canvas.setBrushWidth(percent / 100.0);
    emit brushChanged();
  });
  connect(m_pin, &QAction::triggered, this, &CanvasTools::pinWanted);
  connect(m_sample, &QAction::triggered, this, &CanvasTools::sampleWanted);
  connect(m_picture, &QAction::triggered, this, &CanvasTools::pictureWanted);
}

void CanvasTools::updateActions() {
  m_undo->setEnabled(m_canvas.canUndo());
  m_redo->setEnabled(m_canvas.canRedo());
  m_clear->setEnabled(!m_canvas.isEmpty());
  m_pin->setEnabled(!m_canvas.isEmpty());
}

void CanvasTools::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void CanvasTools::retranslate() {
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
  label(m_pin, tr("Pin"),
        tr("Keep this drawing below and watch its probabilities move while a network trains."));
  label(m_sample, tr("Test digit"),
        tr("Put a random digit of the test set on the canvas, as pixels. Do you read it better "
           "than the network?"));
  label(m_picture, tr("Picture"),
        tr("Read a digit in a picture file, also a photo of paper. Dropping or pasting one on the "
           "canvas does the same."));
  m_brush->setAccessibleName(tr("Brush width"));
  m_brush->setToolTip(
      tr("How thick the pen draws. Try it: the network is given the same pixels, "
         "whatever the width."));
}

}  // namespace inkling::ui
