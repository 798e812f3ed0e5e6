// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

namespace inkling::ui {

enum class LegendMark { Line, Disc, Square, Diamond };

/// The curves of a plot in one row: a swatch as the curve is drawn, and its name.
class PlotLegend final : public QWidget {
  Q_OBJECT

public:
  explicit PlotLegend(QWidget* parent = nullptr);

  struct Shown {
    bool train = false;
    bool validation = false;
    bool test = false;
    bool best = false;
    bool ghost = false;
    bool operator==(const Shown&) const = default;
  };
  void setShown(const Shown& shown);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  struct Entry;
  std::vector<Entry> entries() const;

  Shown m_shown;
};

}  // namespace inkling::ui
