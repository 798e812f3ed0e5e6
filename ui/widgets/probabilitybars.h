// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace inkling::ui {

struct BarLayout;
struct Colours;

/// A bar with a percentage for every class, the winner emphasised. Of more than twelve classes the
/// ten likeliest, the likeliest first; the wheel shows the others.
class ProbabilityBars final : public QWidget {
  Q_OBJECT

public:
  explicit ProbabilityBars(QWidget* parent = nullptr);

  void setClassNames(const QStringList& names);
  void setProbabilities(const std::vector<float>& probabilities);
  void clear();              ///< nothing predicted
  void setTruth(int label);  ///< marks the true class; −1: not known

  const std::vector<float>& probabilities() const { return m_probabilities; }
  int winner() const;  ///< −1: nothing predicted

  /// The classes whose bars are shown, from the top.
  std::vector<int> shown() const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

private:
  void describe();
  int rows() const;
  void paintRow(QPainter& painter, const Colours& colours, const BarLayout& layout, int row,
                int index) const;

  QStringList m_names;
  std::vector<float> m_probabilities;
  int m_truth = -1;
  int m_first = 0;  ///< how many of the likeliest are scrolled away
};

}  // namespace inkling::ui
