// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/data/datasurvey.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QListWidget;

namespace inkling::ui {

class GlyphStrip;

/// The images that occur more than once, pixel by pixel.
class DuplicatesPane final : public QWidget {
  Q_OBJECT
public:
  explicit DuplicatesPane(QWidget* parent = nullptr);

  void setFigures(DataFiguresPtr figures, const QStringList& names);

protected:
  void changeEvent(QEvent* event) override;

private:
  void showGroup(int row);
  void retranslate();
  QString partName(int part) const;
  QString describe(const DuplicateGroup& group) const;

  DataFiguresPtr m_figures;
  QStringList m_names;
  QLabel* m_summary;
  QListWidget* m_list;
  GlyphStrip* m_strip;
};

}  // namespace inkling::ui
