// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/model.h"

#include <QObject>

#include <vector>

namespace inkling::ui {

class Session;

/// The models of the last run at the ends of its epochs, the fresh weights first: what a replay
/// needs. Of long runs every second one is dropped, again and again, so that they stay few.
class EpochModels final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(EpochModels)
public:
  static constexpr std::size_t kMost = 64;
  static constexpr std::size_t kFewest = 8;                   ///< however large they are
  static constexpr std::size_t kMostParameters = 32'000'000;  ///< of all models together

  explicit EpochModels(const Session& session, QObject* parent = nullptr);

  const std::vector<ModelPtr>& models() const { return m_models; }

  /// Every other one, and the newest.
  static void thinOut(std::vector<ModelPtr>& models);

signals:
  void changed();

private:
  void take(const std::vector<ModelPtr>& models);
  void clear();
  bool tooMany() const;

  std::vector<ModelPtr> m_models;
};

}  // namespace inkling::ui
