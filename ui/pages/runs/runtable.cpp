// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/runs/runtable.h"

#include "ui/pages/runs/runcolours.h"
#include "ui/session/sentences.h"

#include <QDateTime>
#include <QFileInfo>
#include <QGuiApplication>
#include <QIcon>
#include <QLocale>
#include <QPainter>
#include <QPalette>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

/// A disc with a white rim, so that it shows on a selected row; the same in every state.
QIcon swatch(const QColor& colour) {
  constexpr int kSize = 32;
  QPixmap pixmap(kSize, kSize);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(Qt::white, 3));
  painter.setBrush(colour);
  painter.drawEllipse(4, 4, kSize - 8, kSize - 8);
  QIcon icon(pixmap);
  icon.addPixmap(pixmap, QIcon::Selected);
  return icon;
}

QDateTime timeOf(const RunRecord& run) {
  QDateTime time = QDateTime::fromString(QString::fromStdString(run.saved),
                                         QStringLiteral("yyyy-MM-dd HH:mm:ss"));
  time.setTimeZone(QTimeZone::utc());
  return time.toLocalTime();
}

QString dataOf(const RunRecord& run) {
  const QString set = QString::fromStdString(run.result.recipe.data.set);
  return set.contains(QLatin1Char('/')) ? QFileInfo(set).fileName() : set;
}

QString accuracyOf(const Score& score) {
  return score.count > 0 ? percent(score.accuracy) : QStringLiteral("–");
}

QVariant plainValue(const RunRecord& run, int column) {
  const auto accuracy = [](const Score& score) { return score.count > 0 ? score.accuracy : -1.0; };
  switch (column) {
    case RunTable::Seed:
      return QVariant::fromValue<qulonglong>(run.result.recipe.seed);
    case RunTable::Epochs:
      return run.result.position.epoch;
    case RunTable::Validation:
      return accuracy(run.result.validation());
    case RunTable::Test:
      return accuracy(testOf(run));
    case RunTable::Date:
      return QString::fromStdString(run.id);
    default:
      return {};
  }
}

}  // namespace

RunTable::RunTable(QObject* parent) : QAbstractTableModel(parent) {}

// Row by row, and only what has changed: a name that is being typed stays.
void RunTable::setRuns(std::vector<RunRecord> runs) {
  for (int row = rowCount() - 1; row >= 0; --row) {
    if (std::ranges::find(runs, run(row).id, &RunRecord::id) != runs.end()) continue;
    beginRemoveRows({}, row, row);
    m_runs.erase(m_runs.begin() + row);
    endRemoveRows();
  }
  for (RunRecord& next : runs) {
    const int row = rowOf(next.id);
    if (row < 0) {
      beginInsertRows({}, rowCount(), rowCount());
      m_runs.push_back(std::move(next));
      endInsertRows();
    } else if (run(row).name != next.name) {  // nothing else of a kept run changes
      m_runs[static_cast<std::size_t>(row)] = std::move(next);
      emit dataChanged(index(row, Name), index(row, Name));
    }
  }
}

int RunTable::rowOf(const std::string& id) const {
  for (std::size_t i = 0; i < m_runs.size(); ++i)
    if (m_runs[i].id == id) return static_cast<int>(i);
  return -1;
}

void RunTable::setDrawn(std::map<std::string, int> drawn) {
  const auto place = [](const std::map<std::string, int>& places, const std::string& id) {
    const auto found = places.find(id);
    return found == places.end() ? -1 : found->second;
  };
  const auto before = std::exchange(m_drawn, std::move(drawn));
  for (int row = 0; row < rowCount(); ++row) {
    const std::string& id = run(row).id;
    if (place(before, id) != place(m_drawn, id))
      emit dataChanged(index(row, Name), index(row, Name), {Qt::DecorationRole});
  }
}

int RunTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QString RunTable::text(const RunRecord& run, int column) const {
  switch (column) {
    case Name:
      return nameOf(run);
    case Recipe:
      return QString::fromStdString(run.result.recipe.name);
    case Data:
      return dataOf(run);
    case Seed:
      return QString::number(run.result.recipe.seed);
    case Epochs:
      return QLocale().toString(run.result.position.epoch);
    case Validation:
      return accuracyOf(run.result.validation());
    case Test:
      return accuracyOf(testOf(run));
    case Date:
      return QLocale().toString(timeOf(run), QLocale::ShortFormat);
    default:
      return {};
  }
}

QVariant RunTable::data(const QModelIndex& index, int role) const {
  const RunRecord& of = run(index.row());
  const bool isText = index.column() <= Data;
  switch (role) {
    case Qt::DisplayRole:
      return text(of, index.column());
    case kSortRole:
      return isText ? QVariant(text(of, index.column())) : plainValue(of, index.column());
    case Qt::EditRole:
      return QString::fromStdString(of.name);
    case Qt::ToolTipRole:
      if (index.column() == Data) return QString::fromStdString(of.result.recipe.data.set);
      if (index.column() == Test && of.result.testDrawn && testOf(of).count > 0)
        return testDrawnSentence();
      return text(of, index.column());
    case Qt::TextAlignmentRole:
      return static_cast<int>(Qt::AlignVCenter | (isText ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::DecorationRole:
      if (const auto drawn = m_drawn.find(of.id); index.column() == Name && drawn != m_drawn.end())
        return swatch(runColour(QGuiApplication::palette(), drawn->second));
      return {};
    default:
      return {};
  }
}

bool RunTable::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || index.column() != Name) return false;
  RunRecord& changed = m_runs[static_cast<std::size_t>(index.row())];
  const std::string name = value.toString().trimmed().toStdString();
  if (name == changed.name) return false;
  changed.name = name;
  emit dataChanged(index, index);
  emit renamed(changed.id, name);
  return true;
}

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return static_cast<int>(Qt::AlignVCenter | (section <= Data ? Qt::AlignLeft : Qt::AlignRight));
  if (role != Qt::DisplayRole) return {};
  const QString titles[] = {tr("Name"),   tr("Recipe"),     tr("Data"), tr("Seed"),
                            tr("Epochs"), tr("Validation"), tr("Test"), tr("Date")};
  return section < kColumns ? titles[section] : QString();
}

Qt::ItemFlags RunTable::flags(const QModelIndex& index) const {
  const auto usual = QAbstractTableModel::flags(index);
  return index.column() == Name ? usual | Qt::ItemIsEditable : usual;
}

QString nameOf(const RunRecord& run) {
  return run.name.empty() ? titleOf(run.result.recipe) : QString::fromStdString(run.name);
}

Score testOf(const RunRecord& run) {
  const History& history = run.result.history;
  if (history.test.count > 0 || history.epochs.empty()) return history.test;
  return history.epochs.back().test;
}

}  // namespace inkling::ui
