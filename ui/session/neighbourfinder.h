// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/neighbours.h"
#include "core/data/dataset.h"
#include "core/model/model.h"
#include "ui/session/background.h"

#include <QObject>

#include <memory>
#include <vector>

namespace inkling::ui {

/// Finds the training images that a network sees most alike to a given one: the nearest in the
/// space of its last hidden layer. Keeps that layer's outputs for the last model it was asked
/// about.
class NeighbourFinder final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(NeighbourFinder)
public:
  /// So many images are looked through at most.
  static constexpr int kMostImages = 10'000;

  explicit NeighbourFinder(QObject* parent = nullptr) : QObject(parent) {}

  /// Then found(); an earlier question that is not answered yet is dropped.
  void find(ModelPtr model, const DataView& among, std::vector<std::uint8_t> image, int count);
  void cancel() { m_work.cancel(); }

signals:
  /// Positions in the view that was asked about, nearest first.
  void found(const std::vector<inkling::Neighbour>& neighbours);

private:
  using FeaturesPtr = std::shared_ptr<const Matrix<float>>;

  ModelPtr m_model;  ///< whose features are kept
  std::shared_ptr<const Dataset> m_set;
  FeaturesPtr m_features;
  Background m_work;
};

}  // namespace inkling::ui
