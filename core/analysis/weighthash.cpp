// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/weighthash.h"

#include "core/base/numbers.h"

#include <bit>
#include <cstdint>

namespace inkling {
namespace {

// http://www.isthe.com/chongo/tech/comp/fnv/
class Fnv1a {
public:
  void add(std::uint8_t byte) { m_hash = (m_hash ^ byte) * 1099511628211ULL; }
  std::uint64_t value() const { return m_hash; }

private:
  std::uint64_t m_hash = 14695981039346656037ULL;
};

template <typename Parameters>
void addAll(const Parameters& parameters, Fnv1a& hash) {
  for (const auto& parameter : parameters) {
    for (const char c : parameter.name) hash.add(static_cast<std::uint8_t>(c));
    for (Index i = 0; i < parameter.value->size(); ++i) {
      const auto bits = std::bit_cast<std::uint32_t>(parameter.value->data()[i]);
      for (int shift = 0; shift < 32; shift += 8)
        hash.add(static_cast<std::uint8_t>(bits >> shift));
    }
  }
}

}  // namespace

std::string weightHash(const Network<float>& network) {
  Fnv1a hash;
  addAll(network.parameters(), hash);
  addAll(network.statistics(), hash);
  return hexText(hash.value());
}

}  // namespace inkling
