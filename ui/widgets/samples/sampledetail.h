// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/ink/ink.h"
#include "core/train/evaluate.h"

#include <QFrame>
#include <QStringList>

class QLabel;
class QPushButton;

namespace inkling::ui {

class GlyphView;
class ProbabilityBars;

/// One sample large with its probabilities. A popup when shown with popupAt(), else a plain panel.
class SampleDetail final : public QFrame {
  Q_OBJECT

public:
  explicit SampleDetail(QWidget* parent = nullptr);

  void setClassNames(const QStringList& names);
  /// `predictions` may be null.
  void setSample(const DataView& view, const Predictions* predictions, int position);
  int position() const { return m_position; }
  void popupAt(const QPoint& globalPosition);

signals:
  void copyToCanvas(const inkling::Glyph& glyph);

protected:
  void changeEvent(QEvent* event) override;

private:
  void copy();
  QString nameOf(int label) const;
  void showVerdict();
  void retranslate();

  QStringList m_names;
  DataView m_view;
  int m_position = -1;
  int m_label = -1;
  int m_predicted = -1;
  float m_loss = 0;
  QLabel* m_title;
  QLabel* m_verdict;
  GlyphView* m_glyph;
  ProbabilityBars* m_bars;
  QPushButton* m_copy;
};

}  // namespace inkling::ui
