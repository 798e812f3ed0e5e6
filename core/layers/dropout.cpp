// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layers/dropout.h"

#include "core/base/random.h"

#include <algorithm>

namespace inkling {
namespace {

/// Thresholds are 16 bits: a block of four words decides eight elements.
constexpr Index kPerBlock = 8;

}  // namespace

template <typename Scalar>
void Dropout<Scalar>::doForward(const Pass& pass, const Block& block, Columns<const Scalar> x,
                                Columns<Scalar> y, const Workspace& work) const {
  mask(pass, block, x, y, work.index);
}

template <typename Scalar>
void Dropout<Scalar>::doBackwardInput(const Pass& pass, const Block& block, Columns<const Scalar>,
                                      Columns<const Scalar>, Columns<const Scalar> dy,
                                      Columns<Scalar> dx, const Workspace& work) const {
  mask(pass, block, dy, dx, work.index);
}

template <typename Scalar>
void Dropout<Scalar>::mask(const Pass& pass, const Block& block, Columns<const Scalar> from,
                           Columns<Scalar> to, int layer) const {
  const double rate = pass.training ? this->spec().rate : 0;
  const auto threshold = static_cast<std::uint32_t>(rate * 65536.0);
  const auto scale = static_cast<Scalar>(1.0 / (1.0 - threshold / 65536.0));
  for (Index s = block.sample; s < block.sample + block.samples; ++s) {
    const Random random(pass.seed, RandomPurpose::Dropout, pass.step,
                        static_cast<std::uint32_t>(s) * 64U + static_cast<std::uint32_t>(layer));
    const Scalar* x = from.column(s);
    Scalar* y = to.column(s);
    for (Index i = block.row; i < block.row + block.rows;) {
      const auto words = random.block(static_cast<std::uint32_t>(i / kPerBlock));
      const Index end = std::min(block.row + block.rows, (i / kPerBlock + 1) * kPerBlock);
      for (; i < end; ++i) {
        const Index k = i % kPerBlock;
        const std::uint32_t draw = words[static_cast<std::size_t>(k / 2)] >> (k % 2 * 16) & 0xFFFFU;
        y[i] = draw < threshold ? Scalar(0) : x[i] * scale;
      }
    }
  }
}

template class Dropout<float>;
template class Dropout<double>;

}  // namespace inkling
