// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sweep/heattable.h"

#include "core/base/numbers.h"
#include "ui/session/sentences.h"

#include <QCoreApplication>

#include <algorithm>

namespace inkling::ui {

namespace {

using Texts = std::vector<std::string>;

/// More values than these on an axis make points instead of a table.
constexpr std::size_t kMostLabels = 10;

/// Fewer settings than these are a table in any case.
constexpr std::size_t kFewestPoints = 4;

/// Numbers that span more than this lie on a logarithmic axis.
constexpr double kWide = 20;

struct Axis {
  std::size_t index = 0;
  Texts values;  ///< by size where they are numbers, else in the order of the plan
};

/// Which axes lie along x and y, and what the others are set to (empty: anything).
struct View {
  Axis x, y;  ///< y has no values if only one axis varies
  QString others;
};

class HeatTexts {
  Q_DECLARE_TR_FUNCTIONS(HeatTexts)
public:
  static QString of(const SweepTable& table, const SweepCell& cell) {
    QStringList lines{settingText(table.axes, cell.at)};
    if (cell.validation.count > 0)
      lines << tr("Validation: %1, loss %2")
                   .arg(percent(cell.validation.accuracy))
                   .arg(cell.validation.loss, 0, 'g', 4);
    if (cell.test.count > 0)
      lines << tr("Test: %1, loss %2")
                   .arg(percent(cell.test.accuracy))
                   .arg(cell.test.loss, 0, 'g', 4);
    const int seeds = static_cast<int>(cell.rows.size());
    if (seeds > 1) lines << tr("Seeds: %1 of %2").arg(cell.finished).arg(seeds);
    if (cell.finished == 0) lines << (ended(table, cell) ? tr("Diverged") : tr("Not finished yet"));
    return lines.join(QLatin1Char('\n'));
  }
  static QString accuracy() { return tr("accuracy"); }
  static QString axis(const std::string& name) {
    for (const char* usual : {QT_TR_NOOP("hidden"), QT_TR_NOOP("batch"), QT_TR_NOOP("batch size"),
                              QT_TR_NOOP("learning rate"), QT_TR_NOOP("epochs")})
      if (name == usual) return tr(usual);
    return QString::fromStdString(name);
  }

private:
  static bool ended(const SweepTable& table, const SweepCell& cell) {
    return std::ranges::all_of(cell.rows, [&](int row) {
      return table.rows[static_cast<std::size_t>(row)].result.has_value();
    });
  }
};

double number(const std::string& text) { return numberFrom(text); }

bool areNumbers(const Texts& values) {
  return std::ranges::all_of(values, [](const std::string& text) {
    std::size_t used = 0;
    numberFrom(text, &used);
    return !text.empty() && used == text.size();
  });
}

Axis axisOf(const SweepTable& table, std::size_t index) {
  Axis axis{index, {}};
  for (const SweepRow& row : table.rows)
    if (std::ranges::find(axis.values, row.trial.at[index]) == axis.values.end())
      axis.values.push_back(row.trial.at[index]);
  if (areNumbers(axis.values)) std::ranges::sort(axis.values, {}, number);
  return axis;
}

/// The axes with more than one value, in the order of the sweep.
std::vector<Axis> varying(const SweepTable& table) {
  std::vector<Axis> axes;
  for (std::size_t a = 0; a < table.axes.size(); ++a)
    if (Axis axis = axisOf(table, a); axis.values.size() > 1) axes.push_back(std::move(axis));
  return axes;
}

bool isGrid(const std::vector<Axis>& axes, std::size_t cells) {
  std::size_t all = 1;
  for (const Axis& axis : axes) all *= axis.values.size();
  return all == cells;
}

QString name(const SweepTable& table, const Axis& axis) {
  return axisTitle(table.axes[axis.index]);
}

QString othersOf(const SweepTable& table, const std::vector<Axis>& axes, const Texts& at) {
  QStringList parts;
  for (std::size_t i = 2; i < axes.size(); ++i)
    parts << name(table, axes[i]) + QLatin1Char(' ') + QString::fromStdString(at[axes[i].index]);
  return parts.join(QStringLiteral(", "));
}

std::vector<View> viewsOf(const SweepTable& table, const std::vector<SweepCell>& cells) {
  const std::vector<Axis> axes = varying(table);
  std::vector<View> views;
  if (axes.empty()) return views;
  if (axes.size() == 1) return {{axes[0], {}, {}}};
  if (!isGrid(axes, cells.size())) {
    for (std::size_t y = 0; y < axes.size(); ++y)
      for (std::size_t x = y + 1; x < axes.size(); ++x) views.push_back({axes[x], axes[y], {}});
    return views;
  }
  QStringList seen;
  for (const SweepCell& cell : cells) {
    const QString others = othersOf(table, axes, cell.at);
    if (seen.contains(others)) continue;
    seen << others;
    views.push_back({axes[1], axes[0], others});
  }
  return views;
}

QStringList toLabels(const Texts& values) {
  QStringList labels;
  for (const std::string& value : values) labels << QString::fromStdString(value);
  return labels;
}

int placeOf(const Axis& axis, const SweepCell& cell) {
  if (axis.values.empty()) return 0;
  return static_cast<int>(std::ranges::find(axis.values, cell.at[axis.index]) -
                          axis.values.begin());
}

bool spansMagnitudes(const Axis& axis) {
  if (axis.values.empty() || number(axis.values.front()) <= 0) return false;
  return number(axis.values.back()) / number(axis.values.front()) > kWide;
}

HeatCell cellOf(const SweepTable& table, const SweepCell& cell, int id) {
  HeatCell heat;
  heat.id = id;
  heat.hint = HeatTexts::of(table, cell);
  if (judged(cell).count > 0) heat.accuracy = judged(cell).accuracy;
  return heat;
}

/// Many values, or settings of which no two share one: drawn from ranges.
bool isBetterAsPoints(const View& view, std::size_t cells) {
  const std::size_t x = view.x.values.size();
  const std::size_t y = view.y.values.size();
  const bool drawn = cells >= kFewestPoints && x == cells && y == cells;
  return (drawn || std::max(x, y) > kMostLabels) && areNumbers(view.x.values) &&
         areNumbers(view.y.values);
}

/// One scale for all tabs: equal colours are equal accuracies.
void setRange(HeatTable& heat, const std::vector<SweepCell>& cells) {
  heat.valueTitle = HeatTexts::accuracy() + QStringLiteral(" (%)");
  for (const SweepCell& cell : cells) {
    if (judged(cell).count == 0) continue;
    const double accuracy = judged(cell).accuracy;
    const bool first = heat.low > heat.high;
    heat.low = first ? accuracy : std::min(heat.low, accuracy);
    heat.high = first ? accuracy : std::max(heat.high, accuracy);
  }
}

void scatter(HeatTable& heat, const View& view, const std::vector<SweepCell>& cells) {
  heat.scattered = true;
  heat.xMagnitudes = spansMagnitudes(view.x);
  heat.yMagnitudes = spansMagnitudes(view.y);
  for (HeatCell& cell : heat.cells) {
    const SweepCell& from = cells[static_cast<std::size_t>(cell.id)];
    cell.at = {number(from.at[view.x.index]), view.y.values.empty()
                                                  ? 100 * cell.accuracy.value_or(0)
                                                  : number(from.at[view.y.index])};
  }
  std::ranges::stable_sort(heat.cells, {}, [](const HeatCell& cell) { return cell.at.x(); });
  if (!view.y.values.empty()) return;
  std::erase_if(heat.cells, [](const HeatCell& cell) { return !cell.accuracy; });
  heat.yTitle = heat.valueTitle;
}

void tabulate(HeatTable& heat, const View& view, const std::vector<SweepCell>& cells) {
  heat.xLabels = toLabels(view.x.values);
  heat.yLabels = view.y.values.empty() ? QStringList{QString()} : toLabels(view.y.values);
  std::vector<HeatCell> places(static_cast<std::size_t>(heat.columns() * heat.rows()));
  for (HeatCell& cell : heat.cells) {
    const SweepCell& from = cells[static_cast<std::size_t>(cell.id)];
    HeatCell& place = places[static_cast<std::size_t>(placeOf(view.y, from) * heat.columns() +
                                                      placeOf(view.x, from))];
    if (place.id < 0 || cell.accuracy.value_or(-1) > place.accuracy.value_or(-1))
      place = std::move(cell);
  }
  heat.cells = std::move(places);
}

}  // namespace

QStringList heatTabs(const SweepTable& table) {
  QStringList titles;
  for (const View& view : viewsOf(table, cellsOf(table)))
    titles << (view.others.isEmpty() && !view.y.values.empty()
                   ? name(table, view.y) + QStringLiteral(" × ") + name(table, view.x)
                   : view.others);
  return titles.size() > 1 ? titles : QStringList();
}

HeatTable heatTableOf(const SweepTable& table, int tab) {
  HeatTable heat;
  const auto cells = cellsOf(table);
  const auto views = viewsOf(table, cells);
  if (views.empty()) return heat;
  setRange(heat, cells);
  const View& view = views[static_cast<std::size_t>(tab) < views.size() ? tab : 0];
  const auto axes = varying(table);
  heat.xTitle = name(table, view.x);
  heat.others = view.others;
  if (!view.y.values.empty()) heat.yTitle = name(table, view.y);
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (view.others.isEmpty() || othersOf(table, axes, cells[i].at) == view.others)
      heat.cells.push_back(cellOf(table, cells[i], static_cast<int>(i)));
  if (isBetterAsPoints(view, cells.size()))
    scatter(heat, view, cells);
  else
    tabulate(heat, view, cells);
  if (table.complete()) heat.best = bestCell(cells);
  return heat;
}

QString axisTitle(const std::string& name) { return HeatTexts::axis(name); }

QString settingText(const Texts& axes, const Texts& at) {
  QStringList parts;
  for (std::size_t a = 0; a < at.size() && a < axes.size(); ++a)
    parts << axisTitle(axes[a]) + QLatin1Char(' ') + QString::fromStdString(at[a]);
  return parts.join(QStringLiteral(", "));
}

const Score& judged(const SweepCell& cell) {
  return cell.validation.count > 0 ? cell.validation : cell.test;
}

}  // namespace inkling::ui
