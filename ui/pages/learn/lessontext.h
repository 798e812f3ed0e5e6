// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace inkling::ui {

/// A few lines of text; what does not fit ends in "…", and a click shows all of it.
class LessonText final : public QWidget {
  Q_OBJECT
public:
  explicit LessonText(QWidget* parent = nullptr);

  void setText(const QString& text);
  const QString& text() const { return m_text; }
  void setMaxLines(int lines);  ///< while it is not opened by a click

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

private:
  QStringList lines(int width) const;

  QString m_text;
  int m_maxLines = 4;
  bool m_opened = false;
};

}  // namespace inkling::ui
