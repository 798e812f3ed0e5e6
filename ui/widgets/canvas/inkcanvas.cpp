// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/canvas/inkcanvas.h"

#include "ui/theme/colours.h"
#include "ui/widgets/canvas/canvascursor.h"
#include "ui/widgets/canvas/droppedimage.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QMouseEvent>
#include <QTabletEvent>

#include <algorithm>
#include <utility>

namespace inkling::ui {
namespace {

constexpr float kEraserRadius = 0.025F;

}  // namespace

InkCanvas::InkCanvas(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("inkCanvas"));
  setFocusPolicy(Qt::StrongFocus);
  setAcceptDrops(true);
  setAttribute(Qt::WA_OpaquePaintEvent, false);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setTool(Tool::Draw);
  retranslate();
}

QSize InkCanvas::sizeHint() const { return {300, 300}; }

QSize InkCanvas::minimumSizeHint() const { return {160, 160}; }

void InkCanvas::setInk(Ink ink) {
  penUp();
  m_editor.replace(std::move(ink));
  changed();
}

void InkCanvas::setGlyph(const Glyph& glyph) {
  penUp();
  m_editor.replace(glyph);
  changed();
}

void InkCanvas::setMarks(std::vector<InkMark> marks) {
  if (marks == m_marks) return;
  m_marks = std::move(marks);
  update();
}

void InkCanvas::setTool(Tool tool) {
  m_tool = tool;
  setCursor(
      canvasCursor(tool == Tool::Erase, kEraserRadius * square().width(), coloursOf(palette())));
}

void InkCanvas::setBrushWidth(double share) {
  m_brush = share;
  update();
}

void InkCanvas::undo() {
  penUp();
  m_editor.undo();
  changed();
}

void InkCanvas::redo() {
  penUp();
  m_editor.redo();
  changed();
}

void InkCanvas::clear() {
  penUp();
  m_editor.clear();
  changed();
}

void InkCanvas::changed() {
  m_painter.invalidate();
  update();
  emit inkChanged();
}

QRectF InkCanvas::square() const {
  const double side = std::min(width(), height()) - 2.0;
  QRectF place(0, 0, side, side);
  place.moveCenter(QRectF(rect()).center());
  return place;
}

InkPoint InkCanvas::inkPoint(QPointF position, float pressure) {
  if (ink().empty() && m_action == Action::None) m_clock.start();
  const float earlier = ink().empty() ? 0 : ink().back().points.back().time;
  const float now = m_clock.isValid() ? static_cast<float>(m_clock.elapsed()) / 1000 : 0;
  const auto inside = [](double v) { return static_cast<float>(std::clamp(v, 0.0, 1.0)); };
  const QRectF place = square();
  return {inside((position.x() - place.left()) / place.width()),
          inside((position.y() - place.top()) / place.height()), std::max(earlier, now), pressure};
}

void InkCanvas::penDown(const InkPoint& point, bool erase) {
  m_action = erase ? Action::Erasing : Action::Drawing;
  m_last = point;
  if (erase) {
    m_editor.beginErase();
    if (m_editor.eraseAlong(point, point, kEraserRadius)) changed();
    return;
  }
  const bool fresh = isEmpty() || glyph().has_value();
  m_editor.beginStroke(point);
  if (fresh) m_painter.invalidate();
  update();
  emit inkChanged();
}

void InkCanvas::penMove(const InkPoint& point) {
  if (m_action == Action::Erasing) {
    if (m_editor.eraseAlong(m_last, point, kEraserRadius)) changed();
    m_last = point;
    return;
  }
  if (m_action != Action::Drawing || !m_editor.extendStroke(point)) return;
  m_last = point;
  const QRectF dirty = m_painter.dirtyRect(ink().back()).translated(square().topLeft());
  update(dirty.toAlignedRect());
  emit inkChanged();
}

void InkCanvas::penUp() {
  if (m_action == Action::Drawing) m_editor.endStroke();
  m_action = Action::None;
  m_keyPen.down = false;
}

void InkCanvas::mousePressEvent(QMouseEvent* event) {
  const bool left = event->button() == Qt::LeftButton;
  if (m_action != Action::None || (!left && event->button() != Qt::RightButton)) return;
  m_keyPen.visible = false;
  penDown(inkPoint(event->position(), 1), !left || m_tool == Tool::Erase);
}

void InkCanvas::mouseMoveEvent(QMouseEvent* event) {
  if (m_action != Action::None) penMove(inkPoint(event->position(), 1));
}

void InkCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->buttons() != Qt::NoButton || m_action == Action::None) return;
  penMove(inkPoint(event->position(), 1));
  penUp();
}

void InkCanvas::tabletEvent(QTabletEvent* event) {
  const bool eraser = event->pointerType() == QPointingDevice::PointerType::Eraser;
  const auto pressure = static_cast<float>(event->pressure());
  if (event->type() == QEvent::TabletPress) {
    setFocus(Qt::MouseFocusReason);
    const bool right = event->button() == Qt::RightButton;
    penDown(inkPoint(event->position(), pressure), eraser || right || m_tool == Tool::Erase);
  } else if (event->type() == QEvent::TabletMove) {
    if (m_action != Action::None) penMove(inkPoint(event->position(), pressure));
  } else {
    penUp();
  }
  event->accept();
}

void InkCanvas::moveKeyPen() {
  const QRectF place = square();
  const InkPoint point = inkPoint({place.left() + m_keyPen.position.x() * place.width(),
                                   place.top() + m_keyPen.position.y() * place.height()},
                                  1);
  if (m_keyPen.down && m_action == Action::None) {
    penDown(point, m_tool == Tool::Erase);
  } else if (m_keyPen.down) {
    penMove(point);
  }
  update();
}

void InkCanvas::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Paste)) return paste();
  if (m_keyPen.move(*event)) return moveKeyPen();
  switch (event->key()) {
    case Qt::Key_Space:
      m_keyPen.visible = true;
      if (m_keyPen.down) {
        penUp();
      } else {
        m_keyPen.down = true;
      }
      return moveKeyPen();
    case Qt::Key_Escape:
      if (!m_keyPen.visible) return QWidget::keyPressEvent(event);
      penUp();
      m_keyPen.visible = false;
      return update();
    case Qt::Key_Backspace:
      return undo();
    case Qt::Key_Delete:
      return clear();
    default:
      QWidget::keyPressEvent(event);
  }
}

void InkCanvas::focusOutEvent(QFocusEvent* event) {
  if (m_keyPen.down) penUp();
  m_keyPen.visible = false;
  update();
  QWidget::focusOutEvent(event);
}

void InkCanvas::paste() {
  if (const QMimeData* mime = QGuiApplication::clipboard()->mimeData()) offer(*mime);
}

void InkCanvas::offer(const QMimeData& mime) {
  const QString file = imageFile(mime);
  if (!file.isEmpty())
    emit pictureFileOffered(file);
  else
    emit imageOffered(qvariant_cast<QImage>(mime.imageData()));
}

void InkCanvas::dragEnterEvent(QDragEnterEvent* event) {
  if (offersImage(*event->mimeData())) event->acceptProposedAction();
}

void InkCanvas::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  offer(*event->mimeData());
}

bool InkCanvas::event(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::PaletteChange || event->type() == QEvent::Resize) setTool(m_tool);
  return QWidget::event(event);
}

void InkCanvas::retranslate() {
  setAccessibleName(tr("Drawing area"));
  setToolTip(
      tr("Draw with the left button, erase strokes with the right one; the arrow keys draw "
         "too, Space puts the pen down. Try a 7 with and without a bar."));
  update();
}

}  // namespace inkling::ui
