// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace inkling::ui {

class Page;

/// The narrow column on the left that switches between pages.
class Rail final : public QWidget {
  Q_OBJECT
public:
  explicit Rail(QWidget* parent = nullptr);

  void add(Page* page);
  void setCurrent(int index);

signals:
  void chosen(int index);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  void widen();

  QVBoxLayout* m_column;
  QButtonGroup* m_group;
  std::vector<Page*> m_pages;
};

}  // namespace inkling::ui
