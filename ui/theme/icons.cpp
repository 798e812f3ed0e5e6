// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/icons.h"

#include "ui/theme/iconpaths.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace inkling::ui {
namespace {

QByteArray svgOf(Icon which, const QColor& colour) {
  const QByteArray name = colour.name().toLatin1();
  QByteArray body = iconPaths(which);
  body.replace("INK", name);
  return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='" + name +
         "' stroke-width='1.8' stroke-linecap='round' stroke-linejoin='round'>" + body + "</svg>";
}

class TintedEngine final : public QIconEngine {
public:
  TintedEngine(Icon which, QPalette::ColorRole role) : m_which(which), m_role(role) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    QSvgRenderer renderer(svgOf(m_which, colour(mode)));
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    renderer.render(painter, square);
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    const QString key = QStringLiteral("inkling-icon-%1-%2-%3x%4")
                            .arg(static_cast<int>(m_which))
                            .arg(colour(mode).name())
                            .arg(size.width())
                            .arg(size.height());
    QPixmap found;
    if (QPixmapCache::find(key, &found)) return found;
    found = QPixmap(size);
    found.fill(Qt::transparent);
    QPainter painter(&found);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    painter.end();
    QPixmapCache::insert(key, found);
    return found;
  }

  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
    return pixmap(size, mode, state);
  }

  QIconEngine* clone() const override { return new TintedEngine(m_which, m_role); }

private:
  QColor colour(QIcon::Mode mode) const {
    const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
    const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : m_role;
    return QGuiApplication::palette().color(group, role);
  }

  Icon m_which;
  QPalette::ColorRole m_role;
};

}  // namespace

QIcon icon(Icon which, QPalette::ColorRole role) { return QIcon(new TintedEngine(which, role)); }

// In pixels, for a window manager takes nothing else.
QIcon programIcon(const std::filesystem::path& resources) {
  const auto file = resources / "icons" / "org.inkling.inkling.svg";
  QSvgRenderer renderer(QString::fromStdString(file.string()));
  QIcon icon;
  if (!renderer.isValid()) return icon;
  for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    icon.addPixmap(pixmap);
  }
  return icon;
}

}  // namespace inkling::ui
