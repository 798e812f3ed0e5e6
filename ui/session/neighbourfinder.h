// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/neighbours.h"
#include "core/data/dataset.h"
#include "core/model/model.h"
#include "ui/session/background.h"
#include "ui/session/pacer.h"

#include <QObject>

#include <memory>
#include <optional>
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

  struct Question {
    ModelPtr model;
    DataView among;
    std::vector<std::uint8_t> image;
    int count = 0;
    /// A run is under way: a model of a while ago may answer, so that the run is not slowed down.
    bool thrifty = false;
  };
  /// Then found() or failed(), unless a newer question has come meanwhile.
  void find(Question question);
  void cancel();

signals:
  /// Positions in the view that was asked about, nearest first.
  void found(const std::vector<inkling::Neighbour>& neighbours);
  void failed(const QString& sentence);

private:
  using FeaturesPtr = std::shared_ptr<const Matrix<float>>;
  struct Answer {
    ModelPtr model;
    DataView among;
    FeaturesPtr features;
    double seconds = 0;  ///< that the features took; 0 if they were there
    std::vector<Neighbour> neighbours;
  };

  void ask(Question question);
  void take(const Answer& answer);

  ModelPtr m_model;  ///< whose features are kept
  DataView m_among;
  FeaturesPtr m_features;
  std::optional<Question> m_next;
  bool m_answering = false;
  Pacer m_pacer;
  Background m_work;
};

}  // namespace inkling::ui
