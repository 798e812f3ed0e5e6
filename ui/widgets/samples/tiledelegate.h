// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/colours.h"
#include "ui/widgets/samples/tilelayout.h"

#include <QList>
#include <QRgb>
#include <QStyledItemDelegate>

namespace inkling::ui {

struct SampleVerdict;

/// Paints a tile of a SampleModel: the digit, what it is read as (and what it is, if that is
/// wrong), tick or cross, and the confidence as a bar.
class TileDelegate final : public QStyledItemDelegate {
  Q_OBJECT

public:
  explicit TileDelegate(QWidget* view);

  /// Fonts, colours or scale have changed.
  void refresh();
  QSize cellSize() const;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;

private:
  void paintGround(QPainter* painter, const QStyleOptionViewItem& option) const;
  void paintVerdict(QPainter* painter, const QRectF& cell, const SampleVerdict& verdict,
                    const QString& text) const;

  QWidget* m_view;
  TileLayout m_layout;
  Colours m_colours;
  QList<QRgb> m_table;
};

}  // namespace inkling::ui
