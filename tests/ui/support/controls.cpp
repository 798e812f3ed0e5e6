// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/controls.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QWidget>

namespace inkling::test {

namespace {

bool isInternal(const QWidget* widget) {
  return widget->objectName().startsWith(QLatin1String("qt_")) || widget->inherits("QTabBar") ||
         (widget->parentWidget() && widget->parentWidget()->inherits("QTabBar")) ||
         (widget->parentWidget() && widget->parentWidget()->inherits("QTableView")) ||
         qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
         qobject_cast<const QComboBox*>(widget->parentWidget());
}

}  // namespace

QStringList controlFaults(const QWidget* root) {
  QStringList faults;
  for (const QWidget* widget : root->findChildren<QWidget*>()) {
    const bool control =
        qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
        qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QLineEdit*>(widget);
    if (!control || isInternal(widget) || !widget->isVisibleTo(root)) continue;
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
    if (widget->objectName().isEmpty())
      faults << QStringLiteral("%1 without a name").arg(widget->metaObject()->className());
    if (!named) faults << widget->objectName() + QStringLiteral(": no accessible name");
    if (widget->toolTip().isEmpty())
      faults << widget->objectName() + QStringLiteral(": no tooltip");
    if ((widget->focusPolicy() & Qt::TabFocus) == 0)
      faults << widget->objectName() + QStringLiteral(": no tab focus");
  }
  return faults;
}

}  // namespace inkling::test
