// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layers/conv2d.h"
#include "core/tensor/winograd.h"

namespace inkling {

/// Whether WinogradConv2d can compute a convolution: 3×3, stride 1, whole vectors of channels.
inline bool suitsWinograd(const LayerSpec& spec, Shape input) {
  constexpr int kFloats = 8;
  return spec.kernel == 3 && spec.stride == 1 && spec.units % kFloats == 0 &&
         input.channels % kFloats == 0;
}

/// Convolution by core/tensor/winograd with 2.25 times fewer multiplications: each sample's tiles
/// are transformed, multiplied and transformed back some rows at a time, so that they stay in the
/// caches. Passes read the transformed weight from a prepared copy, once by input channels and once
/// by output channels.
template <typename Scalar>
class INKLING_CORE_API WinogradConv2d final : public Conv2d<Scalar> {
public:
  WinogradConv2d(const LayerSpec& spec, Shape input);
  std::unique_ptr<Layer<Scalar>> clone() const override {
    return std::make_unique<WinogradConv2d>(*this);
  }
  Index scratchSize() const override;
  Index preparedSize() const override;
  void prepare(Scalar* to) const override;

private:
  using typename Layer<Scalar>::Workspace;
  /// Tiles that are transformed together, and the rows of output pixels in them.
  struct Part {
    winograd::Tiles tiles;
    Index row;
    Index rows;
  };
  /// The room in a thread's scratch.
  struct Scratch {
    Scalar* images;   ///< transformed tiles of the input
    Scalar* outputs;  ///< and of the output
    Scalar* weight;   ///< transformed gradient of the weight
    Scalar* plane;    ///< an image with its border
  };

  void doForward(const Pass& pass, const Block& block, Columns<const Scalar> x, Columns<Scalar> y,
                 const Workspace& work) const override;
  void doBackwardInput(const Pass& pass, const Block& block, Columns<const Scalar> x,
                       Columns<const Scalar> y, Columns<const Scalar> dy, Columns<Scalar> dx,
                       const Workspace& work) const override;
  void doBackwardParameters(const Pass& pass, const ParameterBlock& block, Columns<const Scalar> x,
                            Columns<const Scalar> dy, const GradientTarget<Scalar>* targets,
                            const Workspace& work) const override;

  Scratch scratch(const Workspace& work) const;
  template <typename Each>
  void forEachPart(const Each& each) const;
  void addWeightGradient(StridedImage<const Scalar> image, const Scalar* dy,
                         const Scratch& room) const;
  /// The image's tiles cover the plane; a sample that does so itself needs no border.
  bool needsPlane() const;
  StridedImage<const Scalar> bordered(const Scalar* sample, Scalar* plane) const;

  Index planeWidth() const { return 2 * m_tiles.across + 2; }
  Index planeSize() const {
    return (2 * m_tiles.down + 2) * planeWidth() * this->inputShape().channels;
  }
  Index rowOf(Shape shape) const { return Index(shape.width) * shape.channels; }

  winograd::Tiles m_tiles;  ///< of a whole sample
  Index m_rows;             ///< rows of tiles that are taken together
};

}  // namespace inkling
