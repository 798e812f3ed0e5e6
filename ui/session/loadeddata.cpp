// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/loadeddata.h"

#include <utility>

namespace inkling::ui {

LoadedDataPtr divide(DataPtr source, const DataSpec& spec) {
  Split parts = inkling::split(*source, spec);
  return std::make_shared<const LoadedData>(LoadedData{std::move(source), spec, std::move(parts)});
}

}  // namespace inkling::ui
