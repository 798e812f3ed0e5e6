// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pca.h"
#include "core/data/dataset.h"
#include "core/ink/ink.h"
#include "core/model/model.h"
#include "ui/session/background.h"
#include "ui/session/pacer.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace inkling::ui {

class EpochReplay;
class MapView;
class Session;

/// Validation images in two dimensions, as the last hidden layer sees them: by principal components
/// at once, by t-SNE when asked for, with the drawing among them.
class MapPane final : public QWidget {
  Q_OBJECT
public:
  static constexpr int kImages = 2000;
  static constexpr int kPause = 2000;  ///< ms between two maps while a run is under way

  explicit MapPane(Session& session, QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);  ///< the newest
  void setDrawing(const std::optional<Glyph>& glyph);
  bool hasMap() const { return m_map != nullptr; }
  bool spreading() const { return m_spreading; }  ///< t-SNE is under way

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  /// What a map was made from. Immutable once made.
  struct Map {
    ModelPtr model;
    DataView view;
    Matrix<float> features;
    Pca pca;
    Matrix<float> places;
    bool spread = false;  ///< by t-SNE
  };
  using MapPtr = std::shared_ptr<const Map>;

  void build();
  void refresh();
  void forget();
  static MapPtr makeMap(const ModelPtr& model, const DataView& view, const Map* before,
                        const std::atomic<bool>& cancel);
  void showMap(MapPtr map);
  void toggleSpreading();
  void spreadOut();
  void placeDrawing();
  void describe();
  void retranslate();

  Session& m_session;
  ModelPtr m_newest;
  ModelPtr m_model;  ///< the newest, or of the epoch that is replayed
  MapPtr m_map;
  std::optional<Glyph> m_drawing;
  bool m_spreading = false;
  MapView* m_view;
  EpochReplay* m_replay;
  QPushButton* m_spread;
  QProgressBar* m_progress;
  QLabel* m_state;
  Background m_work;
  Pacer m_pacer{kPause};
};

}  // namespace inkling::ui
