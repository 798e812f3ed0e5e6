// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QHBoxLayout;
class QLabel;
class QLayout;
class QVBoxLayout;

namespace inkling::ui {

/// For widgets that are groups by themselves: the room around their contents, and their ground.
void setCardMargins(QLayout& layout);
void paintCard(QWidget& widget);

/// A titled group on a rounded ground.
class Card final : public QFrame {
  Q_OBJECT

public:
  explicit Card(const QString& title = {}, QWidget* parent = nullptr);

  void setTitle(const QString& title);
  QHBoxLayout* header() const { return m_header; }  ///< to the right of the title
  QVBoxLayout* body() const { return m_body; }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QLabel* m_title;
  QHBoxLayout* m_header;
  QVBoxLayout* m_body;
};

}  // namespace inkling::ui
