// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/inkreading.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QImage;
class QLabel;

namespace inkling::ui {

class CanvasTools;
class DigitBars;
class GlyphView;
class InkCanvas;
class ProbabilityBars;

/// Canvas, its tools, the 28×28 pixels the network is given, and the bars: everything about one
/// drawing, which may be of several digits. It knows no model: answer drawingChanged() with
/// setDigits().
class CanvasPanel final : public QWidget {
  Q_OBJECT

public:
  explicit CanvasPanel(QWidget* parent = nullptr);

  InkCanvas* canvas() const { return m_canvas; }
  ProbabilityBars* bars() const { return m_bars; }    ///< of one digit
  DigitBars* digitBars() const { return m_several; }  ///< of several
  void setGlyph(const Glyph& glyph);                  ///< "copy to canvas"
  void setClassNames(const QStringList& names);
  void addBelow(QWidget* widget);

  /// What is drawn, digit by digit from left to right; none if the canvas is blank.
  void setDigits(std::vector<DigitReading> digits);
  const std::vector<DigitReading>& digits() const { return m_digits; }
  bool isBlank() const { return m_digits.empty(); }
  int chosen() const { return m_chosen; }  ///< of digits(); 0 if there is just one
  const Glyph& glyph() const;  ///< what the network is given of the chosen digit; blank if none

signals:
  void drawingChanged();
  void chosenChanged();
  void imageOffered(const QImage& image);

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void onInk();
  void choose(int digit);
  void showDigits();
  void showMarks();
  QString verdict() const;
  QString doubt(const Reading& reading) const;
  void retranslate();

  InkCanvas* m_canvas;
  CanvasTools* m_tools;
  GlyphView* m_preview;
  QLabel* m_verdict;
  ProbabilityBars* m_bars;
  DigitBars* m_several;
  QStringList m_names;
  std::vector<DigitReading> m_digits;
  int m_chosen = 0;
  bool m_byHand = false;  ///< the user chose it
};

}  // namespace inkling::ui
