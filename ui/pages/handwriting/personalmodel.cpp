// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/handwriting/personalmodel.h"

#include "ui/session/personaldigits.h"
#include "ui/theme/colours.h"
#include "ui/widgets/sampleimage.h"

#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>
#include <QPixmap>
#include <QTimeZone>

namespace inkling::ui {
namespace {

QPixmap picture(const PersonalDigit& digit) {
  QImage image = sampleImage(digit.glyph, 28, 28);
  image.setColorTable(inkTable(coloursOf(QGuiApplication::palette())));
  return QPixmap::fromImage(image.scaled(PersonalModel::kSide, PersonalModel::kSide));
}

QString dateOf(const PersonalDigit& digit) {
  auto date = QDateTime::fromString(QString::fromStdString(digit.date),
                                    QStringLiteral("yyyy-MM-dd HH:mm:ss"));
  date.setTimeZone(QTimeZone::utc());
  return QLocale().toString(date.toLocalTime(), QLocale::ShortFormat);
}

}  // namespace

PersonalModel::PersonalModel(const PersonalDigits& digits, QObject* parent)
    : QAbstractListModel(parent),
      m_digits(digits) {
  connect(&digits, &PersonalDigits::changed, this, [this] {
    beginResetModel();
    endResetModel();
  });
}

int PersonalModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_digits.digits().size());
}

QVariant PersonalModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto& all = m_digits.digits();
  const PersonalDigit& digit = all[all.size() - 1 - static_cast<std::size_t>(index.row())];
  switch (role) {
    case kIdRole:
      return QVariant::fromValue(digit.id);
    case Qt::DisplayRole:
      return digit.heldOut() ? QStringLiteral("%1 ·").arg(digit.label)
                             : QString::number(digit.label);
    case Qt::DecorationRole:
      return picture(digit);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
      return digit.heldOut()
                 ? tr("A %1, kept on %2. Every fourth, marked “·”, is never learnt from: those "
                      "tell how well the learning went.")
                       .arg(digit.label)
                       .arg(dateOf(digit))
                 : tr("A %1, kept on %2.").arg(digit.label).arg(dateOf(digit));
    default:
      return {};
  }
}

}  // namespace inkling::ui
