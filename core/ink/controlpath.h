// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>

namespace inkling {

/// A point that the pen passes: smoothly, or with a corner.
struct ControlPoint {
  float x = 0;
  float y = 0;
  bool corner = false;
};

/// A list of at most `Most` items that allocates nothing; what does not fit is left out.
template <typename Item, std::size_t Most>
class FixedList {
public:
  std::size_t size() const { return m_size; }
  Item& operator[](std::size_t i) { return m_items[i]; }
  const Item& operator[](std::size_t i) const { return m_items[i]; }
  Item* begin() { return m_items.data(); }
  Item* end() { return m_items.data() + m_size; }
  const Item* begin() const { return m_items.data(); }
  const Item* end() const { return m_items.data() + m_size; }
  Item& back() { return m_items[m_size - 1]; }
  void push_back(const Item& item) {
    if (m_size < Most) m_items[m_size++] = item;
  }
  void push_front(const Item& item) {
    if (m_size == Most) return;
    for (std::size_t i = m_size++; i > 0; --i) m_items[i] = m_items[i - 1];
    m_items[0] = item;
  }

private:
  std::array<Item, Most> m_items;
  std::size_t m_size = 0;
};

using ControlStroke = FixedList<ControlPoint, 96>;
using ControlPath = FixedList<ControlStroke, 8>;

/// A template of pentemplates.h.
ControlPath parseTemplate(const char* text);

}  // namespace inkling
