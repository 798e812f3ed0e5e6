// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace inkling::ui {

/// A list of ways to take some images, and beside it the number that the chosen way needs. The two
/// controls are named `name`Way and `name`Number.
class WayBox final : public QWidget {
  Q_OBJECT
public:
  enum class Unit { None, Images, Percent };
  struct Way {
    QString name;
    Unit unit = Unit::None;
    double usual = 0;  ///< what the number begins with when this way is chosen
  };

  explicit WayBox(const QString& name, QWidget* parent = nullptr);

  /// Shows these ways, and which one is in force.
  void showWay(const QList<Way>& ways, int way, double number);
  void setTexts(const QString& name, const QString& toolTip);
  int way() const;
  double number() const;

signals:
  void entered();  ///< by the user: check way() and number()

private:
  void showUnit(double number);

  QList<Way> m_ways;
  QComboBox* m_way;
  QDoubleSpinBox* m_number;
};

}  // namespace inkling::ui
