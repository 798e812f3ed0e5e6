// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/recipe/recipe.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace inkling::ui {

class GlyphStrip;
class Session;

/// Eight training digits as they are and as the recipe's augmentation changes them, drawn anew on
/// demand.
class AugmentPane final : public QWidget {
  Q_OBJECT
public:
  explicit AugmentPane(Session& session, QWidget* parent = nullptr);

  void refresh();

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  Session& m_session;
  QLabel* m_state;
  QPushButton* m_again;
  GlyphStrip* m_before;
  GlyphStrip* m_after;
  std::uint32_t m_epoch = 0;  ///< each draws other changes
};

}  // namespace inkling::ui
