// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/network.h"
#include "core/tensor/inputruns.h"
#include "core/tensor/threadteam.h"

#include <cstddef>
#include <vector>

namespace inkling {

/// Consecutive layers that one task can take a block through without meeting the other tasks.
struct Stage {
  int begin = 0;
  int end = 0;         ///< past the last layer
  bool dense = false;  ///< begins with a dense layer, shared out by its units; otherwise by samples
  bool sums = false;   ///< begins with a layer that needs sums over the batch
};

/// Cuts a network into stages.
template <typename Scalar>
INKLING_CORE_API std::vector<Stage> planStages(const Network<Scalar>& network);

/// What a workspace is for.
enum class WorkspaceUse {
  Inference,   ///< no gradients
  Training,    ///< keeps the outputs that a backward pass reads
  Inspection,  ///< the same, and keeps all outputs
};

/// Everything a pass writes: activations, gradients and scratch for networks of one architecture.
/// Allocated once; a pass allocates nothing. Belongs to the caller, so that any number of passes
/// can share one const network.
template <typename Scalar>
class INKLING_CORE_API Workspace {
public:
  /// For batches of up to `batch` samples.
  Workspace(const Network<Scalar>& network, Index batch, int threads, WorkspaceUse use);

  Index capacity() const { return m_capacity; }
  /// The batch: fill the first columns before forward().
  Columns<Scalar> input() { return {m_input.data(), m_input.rows}; }
  /// Output of layer i (−1: the input). Layers that work in place share memory with the one before.
  /// Outputs that are not kept are empty.
  Columns<Scalar> output(int layer);
  Columns<Scalar> logits();
  /// Gradient with respect to the last output: to be filled before backward().
  Columns<Scalar> logitsGradient();
  /// Gradients, parallel to Network::parameters(); valid after backward().
  const std::vector<Matrix<Scalar>>& gradients() const { return m_gradients; }
  std::vector<Matrix<Scalar>>& gradients() { return m_gradients; }
  const std::vector<Stage>& stages() const { return m_stages; }

private:
  template <typename>
  friend class PassRunner;

  /// A 64-byte aligned array with room for reads past its end.
  struct Buffer {
    Vector<Scalar> values;
    Index rows = 0;
    void allocate(Index rowCount, Index columns);
    Scalar* data() { return values.data(); }
  };
  struct LayerState {
    int alias = -2;        ///< layer whose output buffer is used; −1: the input; −2: an own one
    bool passes = false;   ///< the output is not kept: it stands in the threads' own buffers
    bool skipped = false;  ///< a ReLU whose work the max pool behind it does
    Buffer output;
    std::vector<std::byte> memory;
    Vector<Scalar> prepared;  ///< copy of the parameters, see Layer::prepare()
    int firstParameter = 0;   ///< index into gradients
    int parameterCount = 0;
  };
  struct StageState {
    Buffer gradient;      ///< with respect to the stage's output
    Buffer sumsGradient;  ///< with respect to the output of its first layer, if that needs sums
    Vector<Scalar> partialSums;  ///< one per task
    Vector<Scalar> parts;        ///< of the first layer's output, one per task
    Vector<Scalar> sums;         ///< forward, then backward
    int firstParameter = 0;      ///< index into gradients
    int parameterCount = 0;
    std::vector<Matrix<Scalar>> partialGradients;  ///< task by task, parameter by parameter
    std::vector<GradientTarget<Scalar>> targets;   ///< the same order
  };
  struct ThreadState {
    Vector<Scalar> scratch;
    Buffer input;  ///< the thread's own copy of the batch, where a wide dense layer is the first
    InputRuns inputs;             ///< that it holds
    bool hasInput = false;        ///< filled in this step
    Vector<Scalar> part;          ///< of a dense layer's gradient
    Buffer gradients[2];          ///< between the layers of a stage
    std::vector<Buffer> outputs;  ///< by layer: those that are not kept
  };

  const Stage& stageOf(int layer) const;
  bool poolRectifies(const Network<Scalar>& network, int layer, WorkspaceUse use) const;
  bool keepsOutput(const Network<Scalar>& network, int layer, WorkspaceUse use) const;
  void allocateOutputs(const Network<Scalar>& network, WorkspaceUse use);
  void allocateGradients(const Network<Scalar>& network);
  void allocateScratch(const Network<Scalar>& network, int threads);

  Index m_capacity;
  Buffer m_input;
  std::vector<Stage> m_stages;
  std::vector<LayerState> m_layers;
  std::vector<StageState> m_stageStates;
  std::vector<ThreadState> m_threads;
  std::vector<Matrix<Scalar>> m_gradients;
};

}  // namespace inkling
