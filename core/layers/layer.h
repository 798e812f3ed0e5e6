// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/layers/parameter.h"
#include "core/layers/pass.h"
#include "core/recipe/layerspec.h"
#include "core/tensor/columns.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace inkling {

class InputRuns;

/// One layer: shapes fixed at construction, parameters its own, everything a pass must remember
/// owned by the caller. All passes are const and work on a Block, so that threads share one layer.
/// The public functions check, the private virtual ones compute.
template <typename Scalar>
class INKLING_CORE_API Layer {
public:
  Layer(LayerSpec spec, Shape input);
  virtual ~Layer() = default;
  virtual std::unique_ptr<Layer> clone() const = 0;

  const LayerSpec& spec() const { return m_spec; }
  Shape inputShape() const { return m_input; }
  Shape outputShape() const { return m_output; }
  virtual Division division() const = 0;
  /// True if the output may overwrite the input (elementwise layers whose backward pass needs only
  /// the output).
  virtual bool worksInPlace() const { return false; }
  /// True if the backward pass reads the layer's input, or its own output.
  virtual bool needsInput() const { return false; }
  virtual bool needsOutput() const { return false; }

  /// Weight first, then bias, as far as the layer has them.
  virtual std::vector<Matrix<Scalar>*> parameters() { return {}; }
  /// Learnt without gradients: batch norm's running mean and variance.
  virtual std::vector<Matrix<Scalar>*> statistics() { return {}; }
  virtual double forwardFlops() const { return 0; }

  /// Bytes that a pass remembers for each sample, and scratch elements that a thread needs.
  virtual Index memoryPerSample() const { return 0; }
  virtual Index scratchSize() const { return 0; }
  /// Elements that prepare() writes: a copy of the parameters in the order in which passes read
  /// them, to be made anew whenever the parameters change.
  virtual Index preparedSize() const { return 0; }
  virtual void prepare(Scalar*) const {}

  /// What a pass may use beside activations: `memory` for the whole batch, `scratch` of this
  /// thread, `sums` for layers with batch sums (see batchSums()), combined, `prepared` by
  /// prepare().
  struct Workspace {
    std::byte* memory = nullptr;
    Scalar* scratch = nullptr;
    Scalar* sums = nullptr;
    const Scalar* prepared = nullptr;
    bool rectifies = false;             ///< a max pool that does the work of the ReLU before it
    int index = 0;                      ///< number of the layer, tells dropout layers apart
    const InputRuns* inputs = nullptr;  ///< dense: x holds just these, see BatchSource
  };

  /// y(block) from x. In training, remembers what the backward pass needs.
  void forward(const Pass& pass, const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
               const Workspace& work) const;

  /// dx from dy, for the block of *this layer's input*; may run in place on elementwise layers.
  void backwardInput(const Pass& pass, const Block& block, Columns<const Scalar> x,
                     Columns<const Scalar> y, Columns<const Scalar> dy, Columns<Scalar> dx,
                     const Workspace& work) const;

  /// Gradients of the parameters, one target each.
  void backwardParameters(const Pass& pass, const ParameterBlock& block, Columns<const Scalar> x,
                          Columns<const Scalar> dy, const GradientTarget<Scalar>* targets,
                          const Workspace& work) const;

  /// Layers that need sums over the whole batch before they can go on (batch norm): elements of one
  /// partial sum. 0 for all others. addForwardSums and addBackwardSums *add* a block of samples to
  /// `partial`.
  virtual Index batchSums() const { return 0; }
  virtual void addForwardSums(const Block&, Columns<const Scalar>, Scalar*) const {}
  virtual void addBackwardSums(const Pass&, const Block&, Columns<const Scalar>,
                               Columns<const Scalar>, const Workspace&, Scalar*) const {}
  /// Takes the statistics of a training batch into the running ones; after the step, not
  /// thread-safe.
  virtual void updateStatistics(const Pass&, const Scalar*) {}

private:
  virtual void doForward(const Pass&, const Block&, Columns<const Scalar>, Columns<Scalar>,
                         const Workspace&) const = 0;
  virtual void doBackwardInput(const Pass&, const Block&, Columns<const Scalar>,
                               Columns<const Scalar>, Columns<const Scalar>, Columns<Scalar>,
                               const Workspace&) const = 0;
  virtual void doBackwardParameters(const Pass&, const ParameterBlock&, Columns<const Scalar>,
                                    Columns<const Scalar>, const GradientTarget<Scalar>*,
                                    const Workspace&) const {}

  LayerSpec m_spec;
  Shape m_input;
  Shape m_output;
};

/// Makes the layer that `spec` describes. Throws Error if it cannot take `input`.
template <typename Scalar>
INKLING_CORE_API std::unique_ptr<Layer<Scalar>> makeLayer(const LayerSpec& spec, Shape input);

}  // namespace inkling
