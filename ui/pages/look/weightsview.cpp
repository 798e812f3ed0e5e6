// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/weightsview.h"

#include "core/analysis/parametersof.h"
#include "ui/theme/colours.h"
#include "ui/widgets/figuretext.h"
#include "ui/widgets/heatimage.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <span>

namespace inkling::ui {

namespace {

constexpr int kGap = 5;
constexpr int kNumberCell = 30;  // side of a kernel's cell with its number in it
constexpr int kSmallCell = 6;    // without
constexpr int kImagePixel = 2;
constexpr int kLargestNumbered = 5;
constexpr int kMostNumbered = 64;  // kernels

/// The shape in which a dense layer's inputs are an image: looks through flatten layers.
Shape imageBefore(const Network<float>& network, int layer) {
  while (layer > 0 && network.layer(layer - 1).spec().kind == LayerKind::Flatten) --layer;
  return network.layer(layer).inputShape();
}

}  // namespace

WeightsView::WeightsView(QWidget* parent) : QWidget(parent) {
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  setFocusPolicy(Qt::StrongFocus);
}

void WeightsView::setLayer(const ModelPtr& model, int layer, int unit) {
  if (layer != m_layer || unit != m_unit) m_current = -1;
  m_model = model;
  m_layer = layer;
  m_unit = unit;
  rebuild();
}

void WeightsView::rebuild() {
  const auto before = m_tiles.size();
  m_tiles.clear();
  if (m_model && m_layer >= 0 && m_layer < m_model->network.layerCount()) {
    const Layer<float>& layer = m_model->network.layer(m_layer);
    const auto parameters = parametersOf(layer);
    const Colours colours = coloursOf(palette());
    const Matrix<float>& weight = *parameters.front();
    const std::span<const float> all(weight.data(), static_cast<std::size_t>(weight.size()));
    const float limit = largestSize(all);
    if (layer.spec().kind == LayerKind::Conv2d)
      addKernels(weight, layer.spec().kernel, layer.inputShape().channels, limit, colours);
    else
      addImages(weight, imageBefore(m_model->network, m_layer), limit, colours);
  }
  if (m_tiles.size() != before) updateGeometry();
  update();
}

void WeightsView::addImages(const Matrix<float>& weight, Shape input, float limit,
                            const Colours& colours) {
  if (input.channels == 1 && input.height > 1) {
    std::vector<float> row(static_cast<std::size_t>(weight.cols()));
    for (Index unit = 0; unit < weight.rows(); ++unit) {
      for (Index i = 0; i < weight.cols(); ++i) row[static_cast<std::size_t>(i)] = weight(unit, i);
      m_tiles << Tile{heatImage({row, input.width, input.height, 1, 0}, limit, colours),
                      {},
                      static_cast<int>(unit)};
    }
    return;
  }
  // A matrix: outputs down, inputs across.
  std::vector<float> values;
  values.reserve(static_cast<std::size_t>(weight.size()));
  for (Index r = 0; r < weight.rows(); ++r)
    for (Index c = 0; c < weight.cols(); ++c) values.push_back(weight(r, c));
  m_tiles << Tile{
      heatImage({values, static_cast<int>(weight.cols()), static_cast<int>(weight.rows()), 1, 0},
                limit, colours),
      {},
      0};
}

void WeightsView::addKernels(const Matrix<float>& weight, int kernel, int channels, float limit,
                             const Colours& colours) {
  const Index first = m_unit < 0 ? 0 : std::min<Index>(m_unit, weight.rows() - 1);
  const Index last = m_unit < 0 ? weight.rows() : first + 1;
  const bool numbered = kernel <= kLargestNumbered && (last - first) * channels <= kMostNumbered;
  for (Index unit = first; unit < last; ++unit)
    for (int c = 0; c < channels; ++c) {
      std::vector<float> values;
      for (int tap = 0; tap < kernel * kernel; ++tap)
        values.push_back(weight(unit, tap * channels + c));
      Tile tile{
          heatImage({values, kernel, kernel, 1, 0}, limit, colours), {}, static_cast<int>(unit)};
      if (numbered) tile.numbers = QList<float>(values.begin(), values.end());
      m_tiles << tile;
    }
}

QSize WeightsView::tileSize() const {
  if (m_tiles.isEmpty()) return {1, 1};
  const Tile& tile = m_tiles.front();
  const int cell = !tile.numbers.isEmpty()    ? kNumberCell
                   : tile.image.width() <= 8  ? kSmallCell
                   : tile.image.width() <= 32 ? kImagePixel
                                              : 0;
  if (cell > 0) return tile.image.size() * cell;
  // A matrix: as wide as there is room, but not blown up without end.
  const int pixel = std::clamp(width() / std::max(1, tile.image.width()), 1, 12);
  return {std::min(width(), tile.image.width() * pixel),
          std::min(tile.image.height() * pixel, 420)};
}

int WeightsView::columns(int width) const {
  return std::max(1, (width + kGap) / (tileSize().width() + kGap));
}

int WeightsView::heightForWidth(int width) const {
  const int inRow = columns(width);
  const int rows = (tiles() + inRow - 1) / inRow;
  return rows * (tileSize().height() + kGap);
}

QSize WeightsView::sizeHint() const { return {300, heightForWidth(std::max(300, width()))}; }

QRect WeightsView::place(int tile) const {
  const QSize size = tileSize();
  const int inRow = columns(width());
  return {QPoint(tile % inRow * (size.width() + kGap), tile / inRow * (size.height() + kGap)),
          size};
}

void WeightsView::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  QFont small = font();
  small.setPointSizeF(small.pointSizeF() * 0.75);
  painter.setFont(small);
  for (int i = 0; i < tiles(); ++i) {
    const QRect place = this->place(i);
    if (!place.intersects(event->rect())) continue;
    const Tile& tile = m_tiles[i];
    painter.drawImage(place, tile.image);
    if (i == m_current) {
      painter.setPen(QPen(coloursOf(palette()).accent, 2));
      painter.drawRect(place);
    }
    for (int k = 0; k < tile.numbers.size(); ++k) {
      const int x = k % tile.image.width();
      const int y = k / tile.image.width();
      painter.setPen(tile.image.pixelColor(x, y).lightnessF() > 0.55 ? QColor(0x14181d)
                                                                     : QColor(0xf6f7f9));
      painter.drawText(QRect(place.left() + x * kNumberCell, place.top() + y * kNumberCell,
                             kNumberCell, kNumberCell),
                       Qt::AlignCenter, decimalText(static_cast<double>(tile.numbers[k]), 2));
    }
  }
}

void WeightsView::mouseReleaseEvent(QMouseEvent* event) {
  const QSize size = tileSize();
  const int column = event->pos().x() / (size.width() + kGap);
  const int tile = event->pos().y() / (size.height() + kGap) * columns(width()) + column;
  if (column >= columns(width()) || tile < 0 || tile >= tiles()) return;
  m_current = tile;
  update();
  emit unitClicked(m_tiles[tile].unit);
}

void WeightsView::keyPressEvent(QKeyEvent* event) {
  int tile = std::max(0, m_current);
  switch (event->key()) {
    case Qt::Key_Left:
      tile = m_current < 0 ? 0 : tile - 1;
      break;
    case Qt::Key_Right:
      tile = m_current + 1;
      break;
    case Qt::Key_Up:
      tile -= columns(width());
      break;
    case Qt::Key_Down:
      tile += columns(width());
      break;
    default:
      return QWidget::keyPressEvent(event);
  }
  if (tile < 0 || tile >= tiles()) return;
  m_current = tile;
  update();
  emit tileReached(place(tile));
  emit unitClicked(m_tiles[tile].unit);
}

void WeightsView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) rebuild();
}

}  // namespace inkling::ui
