// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/trace.h"
#include "ui/pages/look/layerlayout.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace inkling::ui {

class LayerView;

/// All layers of a network in order, from the image down to the logits, with their outputs for one
/// image.
class LayerStack final : public QWidget {
  Q_OBJECT
public:
  enum class Scale { Layer, Network };

  explicit LayerStack(QWidget* parent = nullptr);

  void show(const ModelPtr& model, const Trace& trace);
  void clear();
  void setScale(Scale scale);
  void setRoom(int height);  ///< that there is without scrolling
  void setTabBefore(QWidget* widget) { m_tabBefore = widget; }  ///< the layers come after it
  /// Chooses a value of a layer (−1: the image) as a click would.
  void choose(int layer, const UnitAt& unit);
  int chosenLayer() const { return m_chosenLayer; }
  const std::optional<UnitAt>& chosenUnit() const { return m_chosenUnit; }
  LayerView* view(int layer) const { return m_rows[static_cast<std::size_t>(layer + 1)].view; }
  QString scaleText(int layer) const;  ///< the value that has the full colour
  int layerCount() const { return static_cast<int>(m_rows.size()) - 1; }

signals:
  void unitChosen();

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Row {
    QWidget* header;
    QLabel* title;
    QLabel* scale;
    LayerView* view;
  };
  void rebuild(const Network<float>& network);
  void showValues(const Trace& trace);
  void showField();
  void nameRows();
  void fitRoom();

  std::vector<LayerSpec> m_specs;
  Shape m_input;
  ModelPtr m_model;         ///< for receptive fields
  std::vector<Row> m_rows;  ///< image, then layer by layer
  QVBoxLayout* m_column;
  QWidget* m_tabBefore = nullptr;
  Scale m_scale = Scale::Layer;
  int m_room = 0;
  int m_chosenLayer = -1;
  std::optional<UnitAt> m_chosenUnit;
};

}  // namespace inkling::ui
