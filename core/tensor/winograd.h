// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/tensor/convolution.h"
#include "core/tensor/types.h"

/// Winograd's minimal filtering F(2×2, 3×3) with stride 1: a tile of 2×2 output pixels takes 16
/// multiplications for each pair of channels where the definition takes 36. With a kernel g and the
/// 4×4 pixels d under a tile (neighbouring tiles overlap by two)
///
///   Y = Aᵀ[(G g Gᵀ) ⊙ (Bᵀ d B)]A,   Bᵀ = ⎛1  0 −1  0⎞   G = ⎛1  0  0⎞   Aᵀ = ⎛1 1  1  0⎞
///                                        ⎜0  1  1  0⎟       ⎜½  ½  ½⎟        ⎝0 1 −1 −1⎠
///                                        ⎜0 −1  1  0⎟       ⎜½ −½  ½⎟
///                                        ⎝0  1  0 −1⎠       ⎝0  0  1⎠
///
/// Summed over input channels, ⊙ becomes 16 matrix products. The gradients are the same steps
/// transposed. A. Lavin, S. Gray, "Fast Algorithms for Convolutional Neural Networks", 2016.
///
/// Transformed tiles stand as [product][tile][channel], tiles row by row. Channels are whole
/// vectors (multiples of Simd::kLanes). Everything runs on the calling thread.
namespace inkling::winograd {

inline constexpr int kProducts = 16;

/// Some rows of tiles over all the width of an image.
struct Tiles {
  Index down;
  Index across;
  Index count() const { return down * across; }
};

/// products = Bᵀ d B. The plane holds 2·down + 2 rows of 2·across + 2 pixels.
template <typename Scalar>
INKLING_CORE_API void transformImage(Tiles tiles, Index channels, StridedImage<const Scalar> image,
                                     Scalar* products);

/// output = Aᵀ m A + bias for height × width pixels, at most twice the tiles; the rest of the tiles
/// is dropped.
template <typename Scalar>
INKLING_CORE_API void transformOutput(Tiles tiles, Index channels, const Scalar* products,
                                      const Scalar* bias, Index height, Index width,
                                      StridedImage<Scalar> output);

/// products = A dy Aᵀ; what lies outside of height × width pixels counts as 0.
template <typename Scalar>
INKLING_CORE_API void transformGradient(Tiles tiles, Index channels,
                                        StridedImage<const Scalar> gradient, Index height,
                                        Index width, Scalar* products);

/// image = Σ B p Bᵀ over the overlapping tiles. The first two rows of pixels are added to if
/// `continues`, as the rows of tiles above have left theirs there.
template <typename Scalar>
INKLING_CORE_API void transformBack(Tiles tiles, Index channels, const Scalar* products,
                                    bool continues, StridedImage<Scalar> image);

/// products[16][column] = G g Gᵀ for kernels of 9 elements, `columns` contiguous numbers each.
template <typename Scalar>
INKLING_CORE_API void transformKernel(Index columns, const Scalar* kernel, Scalar* products);

/// kernel = beta·kernel + alpha·Gᵀ u G, element for element the transposed of transformKernel().
template <typename Scalar>
INKLING_CORE_API void transformKernelBack(Index columns, const Scalar* products, Scalar alpha,
                                          Scalar beta, Scalar* kernel);

}  // namespace inkling::winograd
