// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/stopreasonname.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace inkling {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 4> kNames = {"finished", "stopped", "early_stopped",
                                                    "diverged"};

}  // namespace

std::string toString(StopReason reason) {
  return std::string(kNames.at(static_cast<std::size_t>(reason)));
}

std::optional<StopReason> stopReasonNamed(const std::string& name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<StopReason>(found - kNames.begin());
}

}  // namespace inkling
