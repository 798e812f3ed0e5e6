// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/inkreading.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QStackedWidget;

namespace inkling::ui {

class CanvasTools;
class DigitBars;
class InkCanvas;
class LessonStrip;
class PinStrip;
class ProbabilityBars;

/// Canvas, its tools, what becomes of the drawing before the network sees it, the bars and the
/// pinned drawings: everything about one drawing, which may be of several digits. It knows no
/// model: answer drawingChanged() with setDigits().
class CanvasPanel final : public QWidget {
  Q_OBJECT

public:
  explicit CanvasPanel(QWidget* parent = nullptr);

  InkCanvas* canvas() const { return m_canvas; }
  ProbabilityBars* bars() const { return m_bars; }    ///< of one digit
  DigitBars* digitBars() const { return m_several; }  ///< of several
  CanvasTools* tools() const { return m_tools; }
  PinStrip* pins() const { return m_pins; }
  void setGlyph(const Glyph& glyph);  ///< "copy to canvas"
  /// Pixels made from a picture, which is shown as what they come from.
  void setPicture(const Glyph& glyph, const QImage& picture);
  bool showsPicture() const { return shows(m_pictureGlyph); }
  /// Pixels whose label is known.
  void setSample(const Glyph& glyph, int label);
  /// How ink and pictures are to become pixels: as MNIST was made, or squeezed as they are.
  NormaliseOptions options() const;
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
  void preparedChanged();

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void build();
  void onInk();
  void showSteps();
  bool shows(const std::optional<Glyph>& glyph) const;
  void choose(int digit);
  void showDigits();
  void showMarks();
  QString verdict() const;
  QString doubt(const Reading& reading) const;
  void retranslate();

  InkCanvas* m_canvas;
  CanvasTools* m_tools;
  LessonStrip* m_steps;
  QLabel* m_verdict;
  QCheckBox* m_prepare;
  ProbabilityBars* m_bars;
  DigitBars* m_several;
  QStackedWidget* m_stack;
  PinStrip* m_pins;
  QStringList m_names;
  std::vector<DigitReading> m_digits;
  int m_chosen = 0;
  bool m_byHand = false;  ///< the user chose it
  std::optional<Glyph> m_pictureGlyph;
  QImage m_picture;
  std::optional<Glyph> m_sample;
  int m_label = -1;
};

}  // namespace inkling::ui
