// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/pca.h"
#include "core/data/dataset.h"
#include "core/data/ink.h"
#include "core/model/model.h"
#include "ui/session/background.h"

#include <QElapsedTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace inkling::ui {

class MapView;
class Session;

/// Validation images in two dimensions, as the last hidden layer sees them: by principal components
/// at once, by t-SNE when asked for, with the drawing among them.
class MapPane final : public QWidget {
  Q_OBJECT
public:
  static constexpr int kImages = 2000;

  explicit MapPane(Session& session, QWidget* parent = nullptr);

  void setModel(const ModelPtr& model);
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

  void refresh();
  void showMap(MapPtr map);
  void toggleSpreading();
  void spreadOut();
  void placeDrawing();
  void describe();
  void retranslate();

  Session& m_session;
  ModelPtr m_model;
  MapPtr m_map;
  std::optional<Glyph> m_drawing;
  bool m_spreading = false;
  MapView* m_view;
  QPushButton* m_spread;
  QProgressBar* m_progress;
  QLabel* m_state;
  Background m_work;
  QElapsedTimer m_since;  ///< the last map was begun
};

}  // namespace inkling::ui
