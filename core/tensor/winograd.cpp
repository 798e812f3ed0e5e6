// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/winograd.h"

#include "core/tensor/simd.h"

namespace inkling::winograd {
namespace {

template <typename Scalar>
using Pack = typename Simd<Scalar>::Pack;

/// Bᵀ x
template <typename P>
[[gnu::always_inline]] inline void image(const P (&x)[4], P (&to)[4]) {
  to[0] = x[0] - x[2];
  to[1] = x[1] + x[2];
  to[2] = x[2] - x[1];
  to[3] = x[1] - x[3];
}

/// B x
template <typename P>
[[gnu::always_inline]] inline void imageBack(const P (&x)[4], P (&to)[4]) {
  to[0] = x[0];
  to[1] = x[1] - x[2] + x[3];
  to[2] = x[1] + x[2] - x[0];
  to[3] = -x[3];
}

/// Aᵀ x
template <typename P>
[[gnu::always_inline]] inline void output(const P (&x)[4], P (&to)[2]) {
  to[0] = x[0] + x[1] + x[2];
  to[1] = x[1] - x[2] - x[3];
}

/// A x
template <typename P>
[[gnu::always_inline]] inline void outputBack(const P (&x)[2], P (&to)[4]) {
  to[0] = x[0];
  to[1] = x[0] + x[1];
  to[2] = x[0] - x[1];
  to[3] = -x[1];
}

/// G x
template <typename P>
[[gnu::always_inline]] inline void kernel(const P (&x)[3], P (&to)[4]) {
  const P outer = (x[0] + x[2]) / 2;
  const P inner = x[1] / 2;
  to[0] = x[0];
  to[1] = outer + inner;
  to[2] = outer - inner;
  to[3] = x[2];
}

/// Gᵀ x
template <typename P>
[[gnu::always_inline]] inline void kernelBack(const P (&x)[4], P (&to)[3]) {
  const P sum = (x[1] + x[2]) / 2;
  to[0] = x[0] + sum;
  to[1] = (x[1] - x[2]) / 2;
  to[2] = sum + x[3];
}

}  // namespace

// Two columns of pixels serve two neighbouring tiles, so they are transformed once.
template <typename Scalar>
void transformImage(Tiles tiles, Index channels, StridedImage<const Scalar> from,
                    Scalar* products) {
  using V = Simd<Scalar>;
  const Index product = tiles.count() * channels;
  for (Index y = 0; y < tiles.down; ++y, from.data += 2 * from.row)
    for (Index c = 0; c < channels; c += V::kLanes) {
      Pack<Scalar> columns[4][4];
      const auto load = [&](Index x, Pack<Scalar>(&to)[4]) {
        const Scalar* pixel = from.data + x * from.pixel + c;
        const Pack<Scalar> d[4] = {V::load(pixel), V::load(pixel + from.row),
                                   V::load(pixel + 2 * from.row), V::load(pixel + 3 * from.row)};
        image(d, to);
      };
      load(0, columns[0]);
      load(1, columns[1]);
      Scalar* to = products + y * tiles.across * channels + c;
      for (Index x = 0; x < tiles.across; ++x, to += channels) {
        load(2 * x + 2, columns[2]);
        load(2 * x + 3, columns[3]);
#pragma GCC unroll 4
        for (int i = 0; i < 4; ++i) {
          const Pack<Scalar> row[4] = {columns[0][i], columns[1][i], columns[2][i], columns[3][i]};
          Pack<Scalar> v[4];
          image(row, v);
#pragma GCC unroll 4
          for (int j = 0; j < 4; ++j) V::store(to + (4 * i + j) * product, v[j]);
          columns[0][i] = columns[2][i];
          columns[1][i] = columns[3][i];
        }
      }
    }
}

template <typename Scalar>
void transformOutput(Tiles tiles, Index channels, const Scalar* products, const Scalar* bias,
                     Index height, Index width, StridedImage<Scalar> target) {
  using V = Simd<Scalar>;
  const Index product = tiles.count() * channels;
  for (Index y = 0; y < tiles.down; ++y, target.data += 2 * target.row)
    for (Index x = 0; x < tiles.across; ++x, products += channels) {
      const bool right = 2 * x + 1 < width;
      const bool below = 2 * y + 1 < height;
      for (Index c = 0; c < channels; c += V::kLanes) {
        Pack<Scalar> halves[2][4];
#pragma GCC unroll 4
        for (int j = 0; j < 4; ++j) {
          const Scalar* from = products + j * product + c;
          const Pack<Scalar> m[4] = {V::load(from), V::load(from + 4 * product),
                                     V::load(from + 8 * product), V::load(from + 12 * product)};
          Pack<Scalar> half[2];
          output(m, half);
          halves[0][j] = half[0];
          halves[1][j] = half[1];
        }
        Pack<Scalar> upper[2], lower[2];
        output(halves[0], upper);
        output(halves[1], lower);
        const Pack<Scalar> b = V::load(bias + c);
        Scalar* const to = target.data + 2 * x * target.pixel + c;
        V::store(to, upper[0] + b);
        if (right) V::store(to + target.pixel, upper[1] + b);
        if (below) V::store(to + target.row, lower[0] + b);
        if (right && below) V::store(to + target.row + target.pixel, lower[1] + b);
      }
    }
}

template <typename Scalar>
void transformGradient(Tiles tiles, Index channels, StridedImage<const Scalar> gradient,
                       Index height, Index width, Scalar* products) {
  using V = Simd<Scalar>;
  const Index product = tiles.count() * channels;
  for (Index y = 0; y < tiles.down; ++y, gradient.data += 2 * gradient.row)
    for (Index x = 0; x < tiles.across; ++x, products += channels) {
      const bool right = 2 * x + 1 < width;
      const bool below = 2 * y + 1 < height;
      for (Index c = 0; c < channels; c += V::kLanes) {
        const Scalar* from = gradient.data + 2 * x * gradient.pixel + c;
        const Pack<Scalar> left[2] = {V::load(from),
                                      below ? V::load(from + gradient.row) : Pack<Scalar>{}};
        from += gradient.pixel;
        const Pack<Scalar> other[2] = {
            right ? V::load(from) : Pack<Scalar>{},
            right && below ? V::load(from + gradient.row) : Pack<Scalar>{}};
        Pack<Scalar> columns[2][4];
        outputBack(left, columns[0]);
        outputBack(other, columns[1]);
#pragma GCC unroll 4
        for (int i = 0; i < 4; ++i) {
          const Pack<Scalar> row[2] = {columns[0][i], columns[1][i]};
          Pack<Scalar> m[4];
          outputBack(row, m);
#pragma GCC unroll 4
          for (int j = 0; j < 4; ++j) V::store(products + (4 * i + j) * product + c, m[j]);
        }
      }
    }
}

// The last two columns of a tile wait in registers for the first two of the next.
template <typename Scalar>
void transformBack(Tiles tiles, Index channels, const Scalar* products, bool continues,
                   StridedImage<Scalar> target) {
  using V = Simd<Scalar>;
  const Index product = tiles.count() * channels;
  for (Index y = 0; y < tiles.down; ++y, target.data += 2 * target.row, continues = true)
    for (Index c = 0; c < channels; c += V::kLanes) {
      const auto store = [&](Index x, int row, Pack<Scalar> value) {
        Scalar* const to = target.data + row * target.row + x * target.pixel + c;
        V::store(to, continues && row < 2 ? V::load(to) + value : value);
      };
      Pack<Scalar> waiting[4][2] = {};
      const Scalar* from = products + y * tiles.across * channels + c;
      for (Index x = 0; x < tiles.across; ++x, from += channels) {
        Pack<Scalar> columns[4][4];
#pragma GCC unroll 4
        for (int j = 0; j < 4; ++j) {
          const Pack<Scalar> p[4] = {V::load(from + j * product), V::load(from + (4 + j) * product),
                                     V::load(from + (8 + j) * product),
                                     V::load(from + (12 + j) * product)};
          imageBack(p, columns[j]);
        }
#pragma GCC unroll 4
        for (int i = 0; i < 4; ++i) {
          const Pack<Scalar> row[4] = {columns[0][i], columns[1][i], columns[2][i], columns[3][i]};
          Pack<Scalar> d[4];
          imageBack(row, d);
          store(2 * x, i, waiting[i][0] + d[0]);
          store(2 * x + 1, i, waiting[i][1] + d[1]);
          waiting[i][0] = d[2];
          waiting[i][1] = d[3];
        }
      }
#pragma GCC unroll 4
      for (int i = 0; i < 4; ++i) {
        store(2 * tiles.across, i, waiting[i][0]);
        store(2 * tiles.across + 1, i, waiting[i][1]);
      }
    }
}

template <typename Scalar>
void transformKernel(Index columns, const Scalar* from, Scalar* products) {
  using V = Simd<Scalar>;
  for (Index k = 0; k < columns; k += V::kLanes) {
    Pack<Scalar> sides[3][4];
    for (int j = 0; j < 3; ++j) {
      const Pack<Scalar> g[3] = {V::load(from + j * columns + k),
                                 V::load(from + (3 + j) * columns + k),
                                 V::load(from + (6 + j) * columns + k)};
      kernel(g, sides[j]);
    }
    for (int i = 0; i < 4; ++i) {
      const Pack<Scalar> row[3] = {sides[0][i], sides[1][i], sides[2][i]};
      Pack<Scalar> u[4];
      kernel(row, u);
      for (int j = 0; j < 4; ++j) V::store(products + (4 * i + j) * columns + k, u[j]);
    }
  }
}

template <typename Scalar>
void transformKernelBack(Index columns, const Scalar* products, Scalar alpha, Scalar beta,
                         Scalar* to) {
  using V = Simd<Scalar>;
  for (Index k = 0; k < columns; k += V::kLanes) {
    Pack<Scalar> sides[4][3];
    for (int j = 0; j < 4; ++j) {
      const Pack<Scalar> u[4] = {
          V::load(products + j * columns + k), V::load(products + (4 + j) * columns + k),
          V::load(products + (8 + j) * columns + k), V::load(products + (12 + j) * columns + k)};
      kernelBack(u, sides[j]);
    }
    for (int i = 0; i < 3; ++i) {
      const Pack<Scalar> row[4] = {sides[0][i], sides[1][i], sides[2][i], sides[3][i]};
      Pack<Scalar> g[3];
      kernelBack(row, g);
      for (int j = 0; j < 3; ++j) {
        Scalar* const element = to + (3 * i + j) * columns + k;
        const Pack<Scalar> scaled = g[j] * alpha;
        V::store(element, beta == 0 ? scaled : scaled + V::load(element) * beta);
      }
    }
  }
}

template INKLING_CORE_API void transformImage(Tiles, Index, StridedImage<const float>, float*);
template INKLING_CORE_API void transformImage(Tiles, Index, StridedImage<const double>, double*);
template INKLING_CORE_API void transformOutput(Tiles, Index, const float*, const float*, Index,
                                               Index, StridedImage<float>);
template INKLING_CORE_API void transformOutput(Tiles, Index, const double*, const double*, Index,
                                               Index, StridedImage<double>);
template INKLING_CORE_API void transformGradient(Tiles, Index, StridedImage<const float>, Index,
                                                 Index, float*);
template INKLING_CORE_API void transformGradient(Tiles, Index, StridedImage<const double>, Index,
                                                 Index, double*);
template INKLING_CORE_API void transformBack(Tiles, Index, const float*, bool, StridedImage<float>);
template INKLING_CORE_API void transformBack(Tiles, Index, const double*, bool,
                                             StridedImage<double>);
template INKLING_CORE_API void transformKernel(Index, const float*, float*);
template INKLING_CORE_API void transformKernel(Index, const double*, double*);
template INKLING_CORE_API void transformKernelBack(Index, const float*, float, float, float*);
template INKLING_CORE_API void transformKernelBack(Index, const double*, double, double, double*);

}  // namespace inkling::winograd
