// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace inkling {

/// Appends the bytes of a number, the lowest first, as every file format here wants them.
template <std::unsigned_integral Number>
void appendLittle(std::vector<char>& out, Number value) {
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    out.push_back(static_cast<char>(value >> (8 * i)));
}

/// The number at `offset`; the caller has checked that it is there.
template <std::unsigned_integral Number>
Number littleAt(std::span<const char> bytes, std::size_t offset) {
  Number value = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    value |= static_cast<Number>(static_cast<Number>(static_cast<unsigned char>(bytes[offset + i]))
                                 << (8 * i));
  }
  return value;
}

inline void appendFloats(std::vector<char>& out, std::span<const float> values) {
  if constexpr (std::endian::native == std::endian::little) {
    const auto* bytes = reinterpret_cast<const char*>(values.data());
    out.insert(out.end(), bytes, bytes + values.size_bytes());
  } else {
    for (const float value : values) appendLittle(out, std::bit_cast<std::uint32_t>(value));
  }
}

/// The floats that `bytes` hold; their number must be a multiple of 4.
inline std::vector<float> floatsFrom(std::span<const char> bytes) {
  std::vector<float> values(bytes.size() / sizeof(float));
  if constexpr (std::endian::native == std::endian::little) {
    if (!values.empty()) std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
  } else {
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = std::bit_cast<float>(littleAt<std::uint32_t>(bytes, i * sizeof(float)));
    }
  }
  return values;
}

}  // namespace inkling
