// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/look/mappane.h"

#include "core/analysis/features.h"
#include "core/analysis/neighbours.h"
#include "core/analysis/procrustes.h"
#include "core/analysis/tsne.h"
#include "core/model/fits.h"
#include "ui/pages/look/epochreplay.h"
#include "ui/pages/look/mapview.h"
#include "ui/session/session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr int kIterationsShown = 10;  // of t-SNE between two pictures
constexpr int kFewest = 4;            // images that a map is made of

// The first images of what is held out, else of the test set.
DataView imagesToMap(const Split& split) {
  return (split.validation.count() > 0 ? split.validation : split.test).first(MapPane::kImages);
}

}  // namespace

MapPane::MapPane(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_view(new MapView(this)),
      m_replay(new EpochReplay(session, this)),
      m_spread(new QPushButton(this)),
      m_progress(new QProgressBar(this)),
      m_state(new QLabel(this)) {
  build();
  connect(m_spread, &QPushButton::clicked, this, &MapPane::toggleSpreading);
  connect(m_replay, &EpochReplay::chosen, this, [this] { setModel(m_newest); });
  connect(m_view, &MapView::imageClicked, this, [this](int position) {
    if (m_map->view.set->shape() != kGlyphShape) return;
    Glyph glyph{};
    const auto pixels = m_map->view.image(position);
    std::copy_n(pixels.begin(), glyph.size(), glyph.begin());
    m_session.selection().lookInside(glyph, m_map->view.label(position));
  });
  retranslate();
}

void MapPane::build() {
  setObjectName(QStringLiteral("mapPane"));
  m_view->setObjectName(QStringLiteral("mapView"));
  m_spread->setObjectName(QStringLiteral("mapSpread"));
  m_progress->setObjectName(QStringLiteral("mapProgress"));
  m_progress->setRange(0, 100);
  m_progress->setTextVisible(false);
  m_progress->hide();
  m_state->setObjectName(QStringLiteral("mapState"));
  m_state->setWordWrap(true);
  auto* row = new QHBoxLayout;
  row->addWidget(m_state, 1);
  row->addWidget(m_progress);
  row->addWidget(m_spread);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 6, 0, 0);
  column->addWidget(m_view, 1);
  column->addWidget(m_replay);
  column->addLayout(row);
}

void MapPane::setModel(const ModelPtr& model) {
  m_newest = model;
  m_model = m_replay->model() ? m_replay->model() : m_newest;
  refresh();
}

void MapPane::refresh() {
  if (!isVisible() || m_spreading || !m_model || m_work.busy()) return;
  const DataView view = imagesToMap(m_session.modelSplit());
  if (view.count() < kFewest || !fits(m_model->network, view)) return forget();
  if (m_map && m_map->model == m_model && m_map->view == view) return;
  const bool running = m_session.training().state() == Training::State::Running;
  if (running && !m_replay->model() && !m_pacer.due()) return;
  m_work.start(
      [model = m_model, view, before = m_map](const std::atomic<bool>& cancel) {
        const double start = threadSeconds();
        const MapPtr map = makeMap(model, view, before.get(), cancel);
        return std::pair(map, threadSeconds() - start);
      },
      [this](const std::pair<MapPtr, double>& result) {
        m_pacer.worked(result.second);
        showMap(result.first);
        refresh();  // another model may have come in between
      },
      [this](const QString& sentence) { m_state->setText(sentence); });
}

MapPane::MapPtr MapPane::makeMap(const ModelPtr& model, const DataView& view, const Map* before,
                                 const std::atomic<bool>& cancel) {
  auto map = std::make_shared<Map>();
  map->model = model;
  map->view = view;
  map->features = features(*model, view, 1, &cancel);
  if (cancel) return map;
  map->pca = pca(map->features, 2, &cancel);
  if (cancel) return map;
  map->places = map->pca.project(map->features);
  // Axes may turn from one model to the next; the picture should not.
  if (before && before->places.cols() == map->places.cols() && map->places.rows() == 2) {
    const Matrix<float> turn = bestRotation(map->places, before->places);
    map->pca.components = map->pca.components * turn.transpose();
    map->places = turn * map->places;
  }
  return map;
}

void MapPane::forget() {
  if (!std::exchange(m_map, nullptr)) return;
  m_view->setImages({}, {});
  describe();
}

void MapPane::showMap(MapPtr map) {
  const bool newImages = !m_map || m_map->view != map->view;
  m_map = std::move(map);
  if (newImages) {
    QStringList names;
    for (const std::string& name : m_map->model->classNames) names << QString::fromStdString(name);
    m_view->setImages(m_map->view, names);
  }
  m_view->setPlaces(m_map->places, !newImages);
  placeDrawing();
  describe();
}

void MapPane::toggleSpreading() {
  if (m_spreading) {
    // Takes its place; another model may have come in between.
    m_work.start([](const std::atomic<bool>&) {}, [this] { refresh(); },
                 [this](const QString& sentence) { m_state->setText(sentence); });
    m_spreading = false;
    showMap(m_map);
  } else if (m_map) {
    spreadOut();
  }
  describe();
}

void MapPane::spreadOut() {
  m_spreading = true;
  m_progress->setValue(0);
  m_work.start(
      [this, from = m_map](const std::atomic<bool>& cancel) {
        Tsne tsne(from->features, from->pca.project(from->features), {}, &cancel);
        while (!tsne.done() && !cancel) {
          tsne.step();
          if (tsne.iteration() % kIterationsShown != 0) continue;
          QMetaObject::invokeMethod(
              this,
              [this, places = tsne.places(), share = tsne.progress(), from] {
                if (!m_spreading || m_map->model != from->model) return;
                m_view->setPlaces(places);
                m_progress->setValue(static_cast<int>(100 * share));
              },
              Qt::QueuedConnection);
        }
        auto map = std::make_shared<Map>(*from);
        map->places = tsne.places();
        map->spread = true;
        return map;
      },
      [this](const MapPtr& map) {
        m_spreading = false;
        showMap(map);
        refresh();
      },
      [this](const QString& sentence) {
        m_spreading = false;
        describe();
        m_state->setText(sentence);
      });
}

void MapPane::setDrawing(const std::optional<Glyph>& glyph) {
  m_drawing = glyph;
  if (isVisible()) placeDrawing();
}

void MapPane::placeDrawing() {
  // The map may be of an earlier model, which read other images.
  const bool readable = m_map && fits(m_map->model->network, kGlyphShape);
  if (!readable || !m_drawing || m_spreading) return m_view->setDrawing(std::nullopt, {});
  const Vector<float> query = featuresOf(*m_map->model, *m_drawing);
  const Vector<float> place = m_map->spread ? placeAmong(m_map->features, m_map->places, query)
                                            : Vector<float>(m_map->pca.project(query));
  const auto p = predict(*m_map->model, *m_drawing);
  const auto read = static_cast<std::size_t>(std::max_element(p.begin(), p.end()) - p.begin());
  m_view->setDrawing(QPointF(static_cast<double>(place(0)), static_cast<double>(place(1))),
                     QString::fromStdString(m_map->model->classNames[read]));
}

void MapPane::describe() {
  m_spread->setEnabled(m_map != nullptr);
  m_spread->setText(m_spreading ? tr("Cancel") : tr("Spread out (t-SNE)"));
  m_progress->setVisible(m_spreading);
  if (!m_map) return m_state->setText(QString());
  const QLocale locale;
  const double kept =
      static_cast<double>(m_map->pca.variances.sum()) / std::max(1e-12, m_map->pca.totalVariance);
  m_state->setText(
      m_spreading || m_map->spread
          ? tr("t-SNE keeps neighbours together; distances between groups mean little.")
          : tr("%1 images along the two directions in which the last hidden layer differs most: %2 "
               "% "
               "of all difference.")
                .arg(locale.toString(m_map->view.count()), locale.toString(100 * kept, 'f', 0)));
}

void MapPane::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
  placeDrawing();
}

void MapPane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void MapPane::retranslate() {
  m_view->setAccessibleName(tr("Map of the images"));
  m_view->setToolTip(tr(
      "Images that the network sees alike stand together. Point at one to see it (or use the arrow "
      "keys), click it or press Return to look inside. Watch the groups part while the network "
      "trains."));
  m_view->setHint(tr("The map needs a model and a data set that fit each other."));
  m_spread->setToolTip(
      tr("Computes a map that keeps neighbours together, in some seconds. Press again to cancel."));
  m_progress->setAccessibleName(tr("Progress of the map"));
  describe();
}

}  // namespace inkling::ui
