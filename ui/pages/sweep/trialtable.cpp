// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/sweep/trialtable.h"

#include "ui/pages/sweep/heattable.h"
#include "ui/session/sentences.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

double accuracyOf(const Score& score) { return score.count > 0 ? score.accuracy : -1; }

double published(const Recipe& recipe) {
  for (const PublishedFigure& figure : recipe.published)
    if (figure.quantity == "test_accuracy") return figure.value;
  return -1;
}

bool sameTrials(const SweepTable& one, const SweepTable& other) {
  return one.axes == other.axes &&
         std::ranges::equal(
             one.rows, other.rows, {}, [](const SweepRow& r) { return r.trial.id; },
             [](const SweepRow& r) { return r.trial.id; });
}

/// −1: not known.
double valueOf(const SweepRow& row, int figure) {
  if (figure == TrialTable::Seed) return static_cast<double>(row.trial.recipe.seed);
  if (figure == TrialTable::Published) return published(row.trial.recipe);
  if (!row.result) return -1;
  switch (figure) {
    case TrialTable::Epochs:
      return row.result->position.epoch;
    case TrialTable::Validation:
      return accuracyOf(row.result->validation());
    case TrialTable::Test:
      return accuracyOf(row.result->history.test);
    default:
      return row.result->seconds;
  }
}

QString textOf(double value, int figure) {
  if (value < 0) return QStringLiteral("–");
  if (figure == TrialTable::Validation || figure == TrialTable::Test ||
      figure == TrialTable::Published)
    return percent(value);
  if (figure == TrialTable::Seconds) return duration(value);
  return QLocale().toString(value, 'f', 0);
}

}  // namespace

TrialTable::TrialTable(QObject* parent) : QAbstractTableModel(parent) {}

void TrialTable::setTable(SweepTable table) {
  if (sameTrials(m_table, table)) {  // selection and scroll position stay
    m_table = std::move(table);
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    return;
  }
  beginResetModel();
  m_table = std::move(table);
  endResetModel();
}

bool TrialTable::tells(Figure figure) const {
  return std::ranges::any_of(m_table.rows, [&](const SweepRow& row) {
    const Recipe& recipe = row.trial.recipe;
    switch (figure) {
      case Seed:
        return recipe.seed != m_table.rows.front().trial.recipe.seed;
      case Epochs:
        return recipe.earlyStopping > 0;
      case Validation:
        return !recipe.data.validation.none();
      case Test:  // of single trials only if nothing is chosen by it
        return recipe.data.validation.none() || valueOf(row, Test) >= 0;
      case Published:
        return published(recipe) >= 0;
      default:
        return true;
    }
  });
}

int TrialTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int TrialTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : axes() + kFigures;
}

QVariant TrialTable::data(const QModelIndex& index, int role) const {
  const SweepRow& row = m_table.rows[static_cast<std::size_t>(index.row())];
  if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignVCenter | Qt::AlignRight);
  if (role == Qt::ToolTipRole && !row.problem.empty()) return QString::fromStdString(row.problem);
  if (role == Qt::ToolTipRole && row.result && row.result->reason == StopReason::Diverged)
    return tr("This trial diverged: its loss grew beyond all bounds.");
  if (role != Qt::DisplayRole && role != kSortRole) return {};
  if (index.column() < axes()) {
    const QString text =
        QString::fromStdString(row.trial.at[static_cast<std::size_t>(index.column())]);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return role == kSortRole && isNumber ? QVariant(number) : QVariant(text);
  }
  const int figure = index.column() - axes();
  const double value = valueOf(row, figure);
  return role == kSortRole ? QVariant(value) : QVariant(textOf(value, figure));
}

QVariant TrialTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignVCenter | Qt::AlignRight);
  if (role != Qt::DisplayRole) return {};
  if (section < axes()) return axisTitle(m_table.axes[static_cast<std::size_t>(section)]);
  const QString titles[] = {tr("Seed"), tr("Epochs"),   tr("Validation"),
                            tr("Test"), tr("Notebook"), tr("Time")};
  return titles[section - axes()];
}

}  // namespace inkling::ui
