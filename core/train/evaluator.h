// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/model/network.h"
#include "core/model/workspace.h"
#include "core/train/evaluate.h"

#include <atomic>
#include <memory>
#include <vector>

namespace inkling {

/// Runs networks of one architecture over views. Each thread takes whole batches through the
/// network by itself, so there is nothing to wait for; sums are added in the order of the batches.
/// Keeps its workspaces. Throws Error if images do not fit the network.
class INKLING_CORE_API Evaluator {
public:
  Evaluator(const Network<float>& network, ThreadTeam& team);
  ~Evaluator();

  Score score(const Network<float>& network, const DataView& view, const Recipe& recipe);
  Predictions predict(const Network<float>& network, const DataView& view, const Recipe& recipe,
                      const std::atomic<bool>* cancel = nullptr);

private:
  template <typename Each>
  void forEachBatch(const Network<float>& network, const DataView& view, const DataSpec& data,
                    const std::atomic<bool>* cancel, const Each& each);

  ThreadTeam& m_team;
  ThreadTeam m_alone{1};
  int m_batch;
  std::vector<Workspace<float>> m_workspaces;
};

}  // namespace inkling
