// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/data/classestable.h"

#include "ui/theme/colours.h"
#include "ui/widgets/sampleimage.h"

#include <QApplication>
#include <QImage>
#include <QLocale>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <utility>

namespace inkling::ui {

namespace {

// Values 0 … limit as shares of full ink.
QImage inkImage(const std::vector<float>& values, int width, int height, float limit) {
  std::vector<std::uint8_t> pixels(values.size());
  std::transform(values.begin(), values.end(), pixels.begin(), [limit](float v) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(v / limit, 0.0F, 1.0F) * 255));
  });
  QImage image = sampleImage(pixels, width, height).copy();
  image.setColorTable(inkTable(coloursOf(QApplication::palette())));
  return image;
}

}  // namespace

void ClassesTable::setFigures(DataFiguresPtr figures, const QStringList& names) {
  beginResetModel();
  m_figures = std::move(figures);
  m_names = names;
  endResetModel();
}

void ClassesTable::retranslate() {
  emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
  if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int ClassesTable::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_figures ? 0 : static_cast<int>(m_names.size()) + 1;
}

int ClassesTable::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(kColumns);
}

QString ClassesTable::count(int row, std::size_t part) const {
  const DataStatistics& of = m_figures->statistics[part];
  const QLocale locale;
  if (isTotal(row)) return locale.toString(of.count);
  const int count = of.classes[static_cast<std::size_t>(row)].count;
  if (of.count == 0) return QStringLiteral("–");
  return QStringLiteral("%1  (%2 %)")
      .arg(locale.toString(count), locale.toString(100.0 * count / of.count, 'f', 1));
}

QVariant ClassesTable::picture(int row, Column column) const {
  const ClassStatistics& of = m_figures->learnt.classes[static_cast<std::size_t>(row)];
  const Dataset& set = *m_figures->parts[0].set;
  constexpr float kMostSpread = 127.5F;  // of pixels between 0 and 255
  return column == Mean ? inkImage(of.mean, set.width, set.height, 255)
                        : inkImage(of.spread, set.width, set.height, kMostSpread);
}

QVariant ClassesTable::data(const QModelIndex& index, int role) const {
  const auto column = static_cast<Column>(index.column());
  const int row = index.row();
  if (role == Qt::DecorationRole && (column == Mean || column == Spread) && !isTotal(row))
    return picture(row, column);
  if (role == Qt::TextAlignmentRole && column >= Train)
    return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  if (column == Name) return isTotal(row) ? tr("all") : m_names[row];
  if (column < Train) return {};
  return count(row, static_cast<std::size_t>(column - Train));
}

QVariant ClassesTable::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const bool tip = role == Qt::ToolTipRole;
  if (!tip && role != Qt::DisplayRole) return {};
  switch (section) {
    case Name:
      return tip ? tr("Click a class to see its images.") : tr("Class");
    case Mean:
      return tip ? tr("The mean of all its images to learn from.") : tr("Mean");
    case Spread:
      return tip ? tr("Where its images differ: the standard deviation of each pixel.")
                 : tr("Spread");
    case Train:
      return tip ? tr("The weights are trained on these.") : tr("Train");
    case Validation:
      return tip ? tr("Held out of the training, to compare and to choose by.") : tr("Validation");
    case Test:
      return tip ? tr("For one honest figure at the end.") : tr("Test");
    default:
      return {};
  }
}

}  // namespace inkling::ui
