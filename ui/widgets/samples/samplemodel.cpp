// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/samples/samplemodel.h"

#include <algorithm>
#include <utility>

namespace inkling::ui {

SampleModel::SampleModel(QObject* parent) : QAbstractListModel(parent) {}

void SampleModel::setSamples(DataView view, QStringList classNames) {
  beginResetModel();
  m_view = std::move(view);
  m_classNames = std::move(classNames);
  m_predictions.reset();
  m_rows = arrange(m_view, nullptr, m_filter);
  endResetModel();
}

void SampleModel::setPredictions(PredictionsPtr predictions) {
  m_predictions = std::move(predictions);
  const bool fixed =
      !m_filter.wrongOnly && m_filter.predicted < 0 && m_filter.sort == SampleSort::Index;
  if (!fixed) return rearrange();
  if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

void SampleModel::setFilter(const SampleFilter& filter) {
  if (filter == m_filter) return;
  m_filter = filter;
  rearrange();
}

// Not a reset: that would lose the selection and the place to which the view is scrolled.
void SampleModel::rearrange() {
  emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::vector<int> positions;
  for (const QModelIndex& each : before) positions.push_back(position(each));
  m_rows = arrange(m_view, m_predictions.get(), m_filter);
  QModelIndexList after;
  for (const int each : positions) after << indexOf(each);
  changePersistentIndexList(before, after);
  emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int SampleModel::position(const QModelIndex& index) const {
  const auto row = static_cast<std::size_t>(index.row());
  return index.isValid() && row < m_rows.size() ? m_rows[row] : -1;
}

QModelIndex SampleModel::indexOf(int position) const {
  const auto found = std::find(m_rows.begin(), m_rows.end(), position);
  return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

int SampleModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

SampleVerdict SampleModel::verdict(int position) const {
  SampleVerdict result;
  result.label = m_view.label(position);
  if (m_predictions == nullptr || position >= m_predictions->count()) return result;
  result.predicted = m_predictions->predicted[static_cast<std::size_t>(position)];
  result.confidence = m_predictions->confidence(position);
  return result;
}

QString SampleModel::className(int label) const {
  return label >= 0 && label < m_classNames.size() ? m_classNames[label] : QString::number(label);
}

QString SampleModel::describe(int position) const {
  const SampleVerdict is = verdict(position);
  const QString truth = className(is.label);
  if (!is.known()) return tr("Sample %1: a %2").arg(position).arg(truth);
  const QString percent = QString::number(100 * is.confidence, 'f', 1);
  if (is.right())
    return tr("Sample %1: a %2, read right with %3 %").arg(position).arg(truth, percent);
  return tr("Sample %1: a %2, read as %3 with %4 %")
      .arg(position)
      .arg(truth, className(is.predicted), percent);
}

QVariant SampleModel::data(const QModelIndex& index, int role) const {
  const int at = position(index);
  if (at < 0) return {};
  switch (role) {
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
      return describe(at);
    default:
      return {};
  }
}

}  // namespace inkling::ui
