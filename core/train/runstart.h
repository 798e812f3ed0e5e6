// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/model.h"

namespace inkling {

/// The data of a run as its recipe divides them. Throws Error if there is nothing to train on or if
/// images do not fit the network.
Split fittingSplit(const DataSource& source, const Model& model);

/// The model as one that is trained on these data from now on.
Model onData(Model model, const DataSource& source);

}  // namespace inkling
