// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/trace.h"
#include "core/ink/ink.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QSpinBox;
class QToolButton;

namespace inkling::ui {

class InkCanvas;
class ProbabilityBars;
class Session;

/// What the Look page looks at, to be drawn or chosen among the validation images, and how it is
/// read.
class SubjectPane final : public QWidget {
  Q_OBJECT
public:
  explicit SubjectPane(Session& session, QWidget* parent = nullptr);

  Glyph glyph() const;  ///< what the network is given
  Ink ink() const;      ///< its strokes; none if it is made of pixels
  bool isBlank() const;
  /// The drawing of the page Learn; an image of the data set if there is none.
  void takeDrawing();
  /// Back to the page Learn, if something was drawn here.
  void giveDrawing();
  void showImage(const Glyph& glyph, int label);  ///< label −1: not known

  void showAnswer(const Trace& trace, const QStringList& names, bool changedCopy);
  void clearAnswer();

signals:
  void changed();  ///< what is looked at

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void build();
  void inkChanged();
  void sampleChosen(int sample);
  void putSample(int sample);
  void updateRange();
  void showNumber(int sample);
  void retranslate();

  Session& m_session;
  InkCanvas* m_canvas;
  ProbabilityBars* m_bars;
  QLabel* m_answer;
  QSpinBox* m_sample;
  QToolButton* m_clear;
  int m_label = -1;         ///< of the image that is looked at
  bool m_drawn = false;     ///< here, and not given to the page Learn yet
  bool m_borrowed = false;  ///< an image that is no drawing of the page Learn
};

}  // namespace inkling::ui
