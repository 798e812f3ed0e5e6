// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/model.h"

namespace inkling {

/// The data of a run as its recipe divides them. Throws Error if there is nothing to train on, if
/// images do not fit the network or if the recipe cannot run.
Split fittingSplit(const DataSource& source, const Model& model);

}  // namespace inkling
