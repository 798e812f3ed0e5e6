// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

namespace inkling::ui {

/// One entry of the rail. A page talks to the rest only through the session. It retranslates itself
/// on QEvent::LanguageChange and does its expensive work only while it is visible.
class Page : public QWidget {
  Q_OBJECT
public:
  using QWidget::QWidget;
  virtual Icon pageIcon() const = 0;
  virtual QString title() const = 0;    ///< one short word, translated
  virtual QString purpose() const = 0;  ///< a sentence for the tooltip

signals:
  /// Something to say in the window's message bar.
  void failed(const QString& sentence);
  void noted(const QString& sentence);
};

}  // namespace inkling::ui
