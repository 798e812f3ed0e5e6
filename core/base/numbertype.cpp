// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/numbertype.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>

namespace inkling {
namespace {

using Kind = NumberType::Kind;

// Magnitude: 5 bits exponent with bias 15, 10 bits of the fraction.
float halfOf(std::uint64_t bits) {
  constexpr int kFractionBits = 10;
  constexpr int kSpecial = 31;
  const auto exponent = static_cast<int>(bits >> kFractionBits & 0x1F);
  const auto fraction = static_cast<float>(bits & 0x3FF);
  float value = 0;
  if (exponent == kSpecial) {
    value = fraction == 0 ? INFINITY : NAN;
  } else if (exponent == 0) {
    value = std::ldexp(fraction, -24);
  } else {
    value = std::ldexp(fraction + 1024, exponent - 25);
  }
  return (bits & 0x8000) != 0 ? -value : value;
}

float floatOf(std::uint64_t bits, std::size_t bytes) {
  if (bytes == 2) return halfOf(bits);
  if (bytes == 4) return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
  return static_cast<float>(std::bit_cast<double>(bits));
}

float signedOf(std::uint64_t bits, std::size_t bytes) {
  const auto shift = static_cast<int>(64 - 8 * bytes);
  return static_cast<float>(static_cast<std::int64_t>(bits << shift) >> shift);
}

float valueOf(std::uint64_t bits, NumberType type) {
  switch (type.kind) {
    case Kind::Float:
      return floatOf(bits, type.bytes);
    case Kind::BrainFloat:
      return std::bit_cast<float>(static_cast<std::uint32_t>(bits << 16));
    case Kind::Signed:
      return signedOf(bits, type.bytes);
    case Kind::Unsigned:
      return static_cast<float>(bits);
    case Kind::Truth:
      return bits == 0 ? 0.0F : 1.0F;
  }
  return 0;
}

std::uint64_t bitsAt(const char* bytes, NumberType type) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < type.bytes; ++i) {
    const std::size_t from = type.bigEndian ? i : type.bytes - 1 - i;
    bits = bits << 8 | static_cast<unsigned char>(bytes[from]);
  }
  return bits;
}

}  // namespace

std::optional<NumberType> numpyNumberType(std::string_view name) {
  constexpr std::string_view kOrders = "<>|=";
  if (name.size() != 3 || kOrders.find(name[0]) == std::string_view::npos) return {};
  NumberType type;
  type.bytes = static_cast<std::size_t>(name[2] - '0');
  type.bigEndian = name[0] == '>' || (name[0] == '=' && std::endian::native == std::endian::big);
  const bool whole = type.bytes == 1 || type.bytes == 2 || type.bytes == 4 || type.bytes == 8;
  switch (name[1]) {
    case 'f':
      type.kind = Kind::Float;
      return whole && type.bytes > 1 ? std::optional(type) : std::nullopt;
    case 'i':
      type.kind = Kind::Signed;
      return whole ? std::optional(type) : std::nullopt;
    case 'u':
      type.kind = Kind::Unsigned;
      return whole ? std::optional(type) : std::nullopt;
    case 'b':
      type.kind = Kind::Truth;
      return type.bytes == 1 ? std::optional(type) : std::nullopt;
    default:
      return {};
  }
}

std::optional<NumberType> safetensorsNumberType(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, NumberType>, 13> kTypes = {{
      {"F32", {Kind::Float, 4}},
      {"F16", {Kind::Float, 2}},
      {"F64", {Kind::Float, 8}},
      {"BF16", {Kind::BrainFloat, 2}},
      {"I8", {Kind::Signed, 1}},
      {"I16", {Kind::Signed, 2}},
      {"I32", {Kind::Signed, 4}},
      {"I64", {Kind::Signed, 8}},
      {"U8", {Kind::Unsigned, 1}},
      {"U16", {Kind::Unsigned, 2}},
      {"U32", {Kind::Unsigned, 4}},
      {"U64", {Kind::Unsigned, 8}},
      {"BOOL", {Kind::Truth, 1}},
  }};
  for (const auto& [known, type] : kTypes)
    if (name == known) return type;
  return {};
}

std::vector<float> floatsOf(std::span<const char> bytes, NumberType type) {
  std::vector<float> values(bytes.size() / type.bytes);
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = valueOf(bitsAt(bytes.data() + i * type.bytes, type), type);
  return values;
}

}  // namespace inkling
