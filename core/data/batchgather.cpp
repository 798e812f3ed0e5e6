// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/batchgather.h"

#include "core/base/labels.h"
#include "core/tensor/multiplyadd.h"

#include <algorithm>
#include <array>

namespace inkling {
namespace {

constexpr std::size_t kCacheLine = 64;
constexpr std::size_t kFew = 32 * 32;  // pixels
constexpr std::size_t kMost = std::size_t{3} * kMostPixelsASide * kMostPixelsASide;
/// To the second-level cache: there is room for many more lines on their way than to the first.
constexpr int kSecondLevel = 2;

}  // namespace

BatchGather::BatchGather(const DataView& view, const DataSpec& data,
                         const SampleTransform* transform)
    : m_view(view),
      m_transform(transform),
      m_factor(static_cast<float>(1 / (255 * data.std))),
      m_term(static_cast<float>(-data.mean / data.std)) {}

ChosenBatch::ChosenBatch(const BatchGather& gather, const BatchChoice& choice,
                         std::span<Label> labels)
    : m_gather(gather),
      m_choice(choice),
      m_labels(labels) {
  for (std::size_t i = 0; i < labels.size(); ++i)
    labels[i] = static_cast<Label>(gather.m_view.label(static_cast<int>(choice.positions[i])));
}

void ChosenBatch::fill(Index sample, Index samples, Columns<float> to) const {
  for (Index i = sample; i < sample + samples; ++i) {
    const auto at = static_cast<std::size_t>(i);
    m_gather.gatherOne(m_choice, at, to.column(i), m_labels[at]);
  }
}

std::span<const std::uint8_t> ChosenBatch::image(std::size_t i) const {
  return m_gather.m_view.image(static_cast<int>(m_choice.positions[i]));
}

void ChosenBatch::findInputs(InputRuns& inputs) const {
  if (m_gather.m_term != 0) return inputs.setAll(static_cast<Index>(image(0).size()));
  inputs.start(image(0).size());
  for (std::size_t i = 0; i < m_labels.size(); ++i) inputs.add(image(i));
  inputs.finish();
}

void ChosenBatch::fillInputs(const InputRuns& inputs, float* to) const {
  for (std::size_t i = 0; i < m_labels.size(); ++i, to += inputs.stride())
    for (const InputRuns::Run& run : inputs.runs()) m_gather.convertRun(image(i), run, to + run.at);
  for (const std::uint32_t position : m_choice.next)
    BatchGather::prefetch(m_gather.m_view.image(static_cast<int>(position)));
}

void BatchGather::prefetch(std::span<const std::uint8_t> image) {
  for (std::size_t byte = 0; byte < image.size(); byte += kCacheLine)
    __builtin_prefetch(image.data() + byte, 0, kSecondLevel);
}

/// Writes `label` only if the transform leaves no class.
void BatchGather::gatherOne(const BatchChoice& choice, std::size_t i, float* to,
                            Label& label) const {
  const auto position = static_cast<int>(choice.positions[i]);
  if (i < choice.next.size()) prefetch(m_view.image(static_cast<int>(choice.next[i])));
  const auto image = m_view.image(position);
  if (!m_transform) return convert(image, to);
  const std::uint32_t sample = choice.before ? *choice.before + static_cast<std::uint32_t>(i)
                                             : m_view.indices[static_cast<std::size_t>(position)];
  const auto transform = [&](std::span<std::uint8_t> room) {
    const auto changed = room.first(image.size());
    if (!m_transform->apply(image, label, choice.epoch, sample, changed)) label = kNoClass;
    convert(changed, to);
  };
  // On the stack: nothing is allocated while a run goes on. Small images need not touch so much.
  if (image.size() <= kFew) {
    std::array<std::uint8_t, kFew> room;
    transform(room);
  } else {
    std::array<std::uint8_t, kMost> room;
    transform(room);
  }
}

void BatchGather::gatherPlain(int begin, int count, Columns<float> to,
                              std::span<Label> labels) const {
  for (int i = 0; i < count; ++i) {
    labels[static_cast<std::size_t>(i)] = static_cast<Label>(m_view.label(begin + i));
    convert(m_view.image(begin + i), to.column(i));
  }
}

void BatchGather::convert(std::span<const std::uint8_t> image, float* to) const {
  convertRun(image, {0, static_cast<Index>(image.size()), 0}, to);
}

/// Whole vectors of pixels, as far as the image goes: what they write behind the run, the next one
/// overwrites, or nobody reads.
void BatchGather::convertRun(std::span<const std::uint8_t> image, const InputRuns::Run& run,
                             float* to) const {
  constexpr Index kPixels = InputRuns::kVector;
  // Copies, because the loop could write through `to` to the members.
  const float factor = m_factor;
  const float term = m_term;
  const std::uint8_t* const from = image.data() + run.begin;
  const Index whole = (static_cast<Index>(image.size()) - run.begin) / kPixels * kPixels;
  const Index end = std::min((run.count + kPixels - 1) / kPixels * kPixels, whole);
  for (Index i = 0; i < end; i += kPixels)
    for (Index lane = 0; lane < kPixels; ++lane)
      to[i + lane] = multiplyAdd(static_cast<float>(from[i + lane]), factor, term);
  for (Index i = end; i < run.count; ++i)
    to[i] = multiplyAdd(static_cast<float>(from[i]), factor, term);
}

}  // namespace inkling
