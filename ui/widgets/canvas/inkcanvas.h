// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ink/ink.h"
#include "ui/widgets/canvas/inkeditor.h"
#include "ui/widgets/canvas/inkpainter.h"
#include "ui/widgets/canvas/keypen.h"

#include <QElapsedTimer>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QImage;
class QMimeData;

namespace inkling::ui {

/// A frame around one of several digits, with what is read in it.
struct InkMark {
  QRectF box;  ///< in units of the canvas
  QString text;
  bool chosen = false;
  bool operator==(const InkMark&) const = default;
};

/// A square to draw a digit on: left button draws, right button or a stylus's eraser end erases
/// the strokes it touches, arrow keys draw too (Space puts the pen down). Keeps strokes as vectors
/// in units of the square (0 … 1), so resizing loses nothing.
class InkCanvas final : public QWidget {
  Q_OBJECT

public:
  enum class Tool { Draw, Erase };

  explicit InkCanvas(QWidget* parent = nullptr);

  const Ink& ink() const { return m_editor.ink(); }
  void setInk(Ink ink);  ///< can be undone
  /// The pixels shown instead of ink, if any; drawing over them starts with fresh ink.
  const std::optional<Glyph>& glyph() const { return m_editor.glyph(); }
  void setGlyph(const Glyph& glyph);  ///< can be undone
  bool isEmpty() const { return m_editor.isEmpty(); }
  void setMarks(std::vector<InkMark> marks);
  const std::vector<InkMark>& marks() const { return m_marks; }

  Tool tool() const { return m_tool; }
  void setTool(Tool tool);
  double brushWidth() const { return m_brush; }
  void setBrushWidth(double share);  ///< of the side; default 0.07
  bool canUndo() const { return m_editor.canUndo(); }
  bool canRedo() const { return m_editor.canRedo(); }
  void undo();
  void redo();
  void clear();  ///< can be undone

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override { return width; }

signals:
  /// After every change of what is drawn, also while a stroke is under way.
  void inkChanged();
  /// A picture was dropped or pasted; normalise it and call setGlyph(). Null: there is none on the
  /// clipboard.
  void imageOffered(const QImage& image);
  void pictureFileOffered(const QString& path);

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void tabletEvent(QTabletEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  enum class Action { None, Drawing, Erasing };

  QRectF square() const;
  InkPoint inkPoint(QPointF position, float pressure);
  void penDown(const InkPoint& point, bool erase);
  void penMove(const InkPoint& point);
  void penUp();
  void moveKeyPen();
  void paste();
  void offer(const QMimeData& mime);
  void changed();
  void retranslate();

  InkEditor m_editor;
  InkPainter m_painter;
  KeyPen m_keyPen;
  std::vector<InkMark> m_marks;
  QElapsedTimer m_clock;  ///< since the drawing began
  InkPoint m_last;        ///< of the action under way
  Action m_action = Action::None;
  Tool m_tool = Tool::Draw;
  double m_brush = 0.07;
};

}  // namespace inkling::ui
