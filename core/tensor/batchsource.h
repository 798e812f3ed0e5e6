// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/columns.h"
#include "core/tensor/inputruns.h"

namespace inkling {

/// The samples of one batch, written where and when a pass wants them.
template <typename Scalar>
class BatchSource {
public:
  virtual ~BatchSource() = default;
  /// Writes samples [sample, sample+samples) of the batch. Called from several threads.
  virtual void fill(Index sample, Index samples, Columns<Scalar> to) const = 0;
  /// True if filling costs less than fetching what another core has filled.
  virtual bool isCheap() const = 0;
  /// Which inputs of the batch differ from 0; only if isCheap().
  virtual void findInputs(InputRuns& inputs) const = 0;
  /// Writes these inputs of all samples, inputs.stride() numbers from one sample to the next.
  virtual void fillInputs(const InputRuns& inputs, Scalar* to) const = 0;
};

}  // namespace inkling
