// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QList>
#include <QString>
#include <QWidget>

namespace inkling::ui {

/// Some small grey pictures in a row, each with a caption; a click tells which.
class GlyphStrip final : public QWidget {
  Q_OBJECT
public:
  struct Item {
    QImage image;  ///< Indexed8, 0 paper … 255 ink
    QString caption;
    QString toolTip;
    bool marked = false;  ///< the caption in the colour of what is wrong
  };

  explicit GlyphStrip(QWidget* parent = nullptr);

  void setItems(QList<Item> items);
  const QList<Item>& items() const { return m_items; }
  void setHint(const QString& text);  ///< shown while there are no items
  void setPixel(int pixel);           ///< side of an image's pixel, in device-independent pixels

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

signals:
  void clicked(int item);

protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

private:
  QRectF cell(int item) const;
  int itemAt(const QPoint& point) const;

  QList<Item> m_items;
  QString m_hint;
  int m_pixel = 2;
};

}  // namespace inkling::ui
