// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/support/wheel.h"

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

namespace inkling::test {

void wheelDown(QWidget* widget) {
  const QPoint middle = widget->rect().center();
  QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton,
                    Qt::NoModifier, Qt::NoScrollPhase, false);
  QSpontaneKeyEvent::setSpontaneous(&event);  // else it gives no focus
  qApp->notify(widget, &event);
}

}  // namespace inkling::test
