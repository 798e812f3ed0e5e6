// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/ink.h"
#include "ui/theme/icons.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QAction;
class QHBoxLayout;
class QImage;
class QKeySequence;
class QSlider;

namespace inkling::ui {

class GlyphView;
class InkCanvas;
class ProbabilityBars;

/// Canvas, its tools, the 28×28 pixels the network is given, and the ten bars: everything about one
/// drawing. It knows no model: answer glyphChanged() with setProbabilities().
class CanvasPanel final : public QWidget {
  Q_OBJECT

public:
  explicit CanvasPanel(QWidget* parent = nullptr);

  InkCanvas* canvas() const { return m_canvas; }
  ProbabilityBars* bars() const { return m_bars; }
  bool isBlank() const { return m_blank; }
  const Glyph& glyph() const { return m_glyph; }  ///< what the network is given
  void setGlyph(const Glyph& glyph);              ///< "copy to canvas"
  void setClassNames(const QStringList& names);
  void setProbabilities(const std::vector<float>& probabilities);  ///< empty: nothing predicted

signals:
  /// What the network is given has changed; if isBlank() there is nothing to predict (the bars are
  /// empty already).
  void glyphChanged();
  void imageOffered(const QImage& image);

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  QAction* addTool(QHBoxLayout* row, Icon which, const char* name, const QKeySequence& shortcut);
  void addTools(QHBoxLayout* row);
  void updateGlyph();
  void updateActions();
  void retranslate();

  InkCanvas* m_canvas;
  GlyphView* m_preview;
  ProbabilityBars* m_bars;
  QSlider* m_brush = nullptr;
  QAction* m_draw = nullptr;
  QAction* m_erase = nullptr;
  QAction* m_undo = nullptr;
  QAction* m_redo = nullptr;
  QAction* m_clear = nullptr;
  Glyph m_glyph{};
  bool m_blank = true;
};

}  // namespace inkling::ui
