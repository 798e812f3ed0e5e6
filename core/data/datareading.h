// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/data/picturedecoder.h"

#include <atomic>
#include <functional>

namespace inkling {

/// What readers of data sets are handed, and whom they tell how far they are.
struct DataReading {
  const PictureDecoder* pictures = nullptr;   ///< null: pictures cannot be read
  const std::atomic<bool>* cancel = nullptr;  ///< null: it cannot be cancelled
  std::function<void(double share)>
      progress{};  ///< 0 … 1, now and then, from one thread or another

  /// Called at least every few megabytes. Throws Error if it was cancelled.
  void proceed(double share) const {
    if (cancel && cancel->load()) throw Error("Opening the data set was cancelled.");
    if (progress) progress(share);
  }
};

}  // namespace inkling
