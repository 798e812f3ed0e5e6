// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace inkling::ui {

/// A button of the recipe editor that the keyboard reaches, too; a click calls `slot` of `owner`.
template <typename Owner>
QToolButton* editorButton(Owner* owner, const char* name, const QString& text, const QString& tip,
                          void (Owner::*slot)()) {
  auto* button = new QToolButton;
  button->setObjectName(QLatin1String(name));
  button->setText(text);
  button->setToolTip(tip);
  button->setFocusPolicy(Qt::StrongFocus);
  QObject::connect(button, &QToolButton::clicked, owner, slot);
  return button;
}

}  // namespace inkling::ui
