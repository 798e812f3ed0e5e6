// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/data/dataset.h"
#include "core/data/sampletransform.h"
#include "core/recipe/recipe.h"
#include "core/tensor/batchsource.h"
#include "core/tensor/columns.h"

#include <cstdint>
#include <optional>
#include <span>

namespace inkling {

/// Which samples make a batch, in which epoch (transforms differ from epoch to epoch).
struct BatchChoice {
  std::span<const std::uint32_t> positions;  ///< into the view
  std::span<const std::uint32_t>
      next;  ///< of the batch after, to be fetched into the cache meanwhile
  std::uint32_t epoch = 0;
  /// Where an epoch may have an image more than once: how many samples it had before this batch.
  /// Transforms are then told the sample's number in the epoch, so that none is made twice alike.
  std::optional<std::uint32_t> before{};
};

/// Collects samples into the columns of a batch: 8-bit pixels become (p/255 − mean)/std,
/// transformed if wanted.
class INKLING_CORE_API BatchGather {
public:
  /// `view` and `transform` must outlive this; without one, images stay as they are.
  BatchGather(const DataView& view, const DataSpec& data,
              const SampleTransform* transform = nullptr);

  /// Samples [begin, begin+count) of the view as they are, on the calling thread.
  void gatherPlain(int begin, int count, Columns<float> to, std::span<Label> labels) const;

private:
  friend class ChosenBatch;

  void convert(std::span<const std::uint8_t> image, float* to) const;
  void convertRun(std::span<const std::uint8_t> image, const InputRuns::Run& run, float* to) const;
  static void prefetch(std::span<const std::uint8_t> image);
  void gatherOne(const BatchChoice& choice, std::size_t i, float* to, Label& label) const;

  const DataView& m_view;
  const SampleTransform* m_transform;
  float m_factor;
  float m_term;
};

/// One batch of shuffled samples.
class INKLING_CORE_API ChosenBatch final : public BatchSource<float> {
public:
  /// Sets `labels`; fill() changes them to kNoClass where a transform leaves no class. All
  /// arguments must outlive this.
  ChosenBatch(const BatchGather& gather, const BatchChoice& choice, std::span<Label> labels);
  void fill(Index sample, Index samples, Columns<float> to) const override;
  bool isCheap() const override { return !m_gather.m_transform; }
  void findInputs(InputRuns& inputs) const override;
  void fillInputs(const InputRuns& inputs, float* to) const override;

private:
  std::span<const std::uint8_t> image(std::size_t i) const;

  const BatchGather& m_gather;
  const BatchChoice& m_choice;
  std::span<Label> m_labels;
};

}  // namespace inkling
