// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QKeySequence;
class QSlider;

namespace inkling::ui {

class InkCanvas;

/// The buttons under a canvas: pen, eraser, undo, redo, clear, brush width; pin, test digit,
/// picture.
class CanvasTools final : public QWidget {
  Q_OBJECT

public:
  explicit CanvasTools(InkCanvas& canvas, QWidget* parent = nullptr);

  void updateActions();  ///< after every change of what is drawn

signals:
  void brushChanged();
  void pinWanted();
  void sampleWanted();   ///< any digit of the test set
  void pictureWanted();  ///< from a file

protected:
  void changeEvent(QEvent* event) override;

private:
  QAction* addTool(Icon which, const char* name, const QKeySequence& shortcut);
  void addTools();
  void connectAll();
  void retranslate();

  InkCanvas& m_canvas;
  QHBoxLayout* m_row;
  QSlider* m_brush = nullptr;
  QAction* m_draw = nullptr;
  QAction* m_erase = nullptr;
  QAction* m_undo = nullptr;
  QAction* m_redo = nullptr;
  QAction* m_clear = nullptr;
  QAction* m_pin = nullptr;
  QAction* m_sample = nullptr;
  QAction* m_picture = nullptr;
};

}  // namespace inkling::ui
