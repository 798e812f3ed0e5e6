// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/importweights.h"
#include "core/io/weightmatch.h"

#include <optional>
#include <string>
#include <vector>

namespace inkling {

/// The layouts that may be, the likeliest first: by the names, see importweights.h. `own`: the file
/// says that it is ours. Throws Error, naming `source`, if that contradicts `channels`.
std::vector<WeightLayout> likelyLayouts(const WeightGroups& weights, const Recipe& recipe, bool own,
                                        std::optional<ChannelOrder> channels,
                                        const std::string& source);

/// Decides between layouts that fit equally, the likeliest first. Throws Error, naming `source`, if
/// nothing tells inputs × outputs from outputs × inputs.
WeightMatch likeliest(std::vector<WeightMatch> matches, const std::string& source);

/// Whether it was only assumed that channels come first, or last, and makes a difference.
bool assumesChannels(const std::vector<WeightMatch>& matches, const WeightMatch& chosen,
                     WeightNames names);

}  // namespace inkling
