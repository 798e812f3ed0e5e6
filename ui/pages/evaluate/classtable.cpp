// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/classtable.h"

#include "core/analysis/errorlist.h"

#include <QLocale>

namespace inkling::ui {

void ClassTable::setConfusion(const Confusion& confusion, const QStringList& names) {
  const bool sameRows = confusion.classes() == m_confusion.classes();
  if (!sameRows) beginResetModel();
  m_confusion = confusion;
  m_names = names;
  if (!sameRows)
    endResetModel();
  else if (confusion.classes() > 0)
    emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void ClassTable::retranslate() { emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1); }

int ClassTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : m_confusion.classes();
}

int ClassTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

int ClassTable::takenFor(int label) const {
  int most = -1;
  for (int c = 0; c < m_confusion.classes(); ++c) {
    if (c == label || m_confusion.count(label, c) == 0) continue;
    if (most < 0 || m_confusion.count(label, c) > m_confusion.count(label, most)) most = c;
  }
  return most;
}

QVariant ClassTable::value(int label, Column column) const {
  const ClassScore score = m_confusion.score(label);
  switch (column) {
    case Name:
      return label;
    case Images:
      return score.support;
    case Precision:
      return score.precision;
    case Recall:
      return score.recall;
    case F1:
      return score.f1;
    case TakenFor:
      return takenFor(label) < 0 ? 0 : m_confusion.count(label, takenFor(label));
    default:
      return {};
  }
}

QVariant ClassTable::data(const QModelIndex& index, int role) const {
  const auto column = static_cast<Column>(index.column());
  const QVariant is = value(index.row(), column);
  if (role == Qt::UserRole) return is;
  if (role == Qt::TextAlignmentRole && column != Name)
    return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  const QLocale locale;
  if (column == Name) return name(index.row());
  if (column == Images) return locale.toString(is.toInt());
  if (column == TakenFor)
    return takenFor(index.row()) < 0
               ? QStringLiteral("–")
               : tr("%1 (%2)").arg(name(takenFor(index.row())), locale.toString(is.toInt()));
  return locale.toString(100 * is.toDouble(), 'f', 1) + QStringLiteral(" %");
}

QVariant ClassTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::DisplayRole) {
    switch (section) {
      case Name:
        return tr("Class");
      case Images:
        return tr("Images");
      case Precision:
        return tr("Precision");
      case Recall:
        return tr("Recall");
      case F1:
        return tr("F1");
      case TakenFor:
        return tr("Taken for");
      default:
        return {};
    }
  }
  if (role != Qt::ToolTipRole) return {};
  switch (section) {
    case Precision:
      return tr("Of all that is read as this class, the share that really is.");
    case Recall:
      return tr("Of all images of this class, the share that is read right.");
    case F1:
      return tr("The harmonic mean of precision and recall: high only if both are.");
    case TakenFor:
      return tr("The class it is most often mistaken for, and how often.");
    default:
      return tr("Click to sort by this column.");
  }
}

QByteArray ClassTable::csv() const {
  QByteArray csv("class,images,precision,recall,f1\n");
  for (int label = 0; label < m_confusion.classes(); ++label) {
    const ClassScore score = m_confusion.score(label);
    csv += QByteArray::fromStdString(csvField(name(label).toStdString()));
    csv += ',' + QByteArray::number(score.support);
    for (const double share : {score.precision, score.recall, score.f1})
      csv += ',' + QByteArray::number(share, 'f', 6);
    csv += '\n';
  }
  return csv;
}

}  // namespace inkling::ui
