// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/sentences.h"

#include "core/base/numbers.h"

namespace inkling {
namespace {

std::string percent(double share) { return fixed(100 * share, 2) + " %"; }

std::string beginning(StopReason reason) {
  switch (reason) {
    case StopReason::Finished:
      return "Finished";
    case StopReason::Stopped:
      return "Stopped";
    case StopReason::EarlyStopped:
      return "Stopped early: no better validation loss any more";
    case StopReason::Diverged:
      return "Diverged: the loss is no longer a finite number";
  }
  return {};
}

std::string where(Position position) {
  if (position.epoch == 0 && position.step == 0) return " before the first batch";
  if (position.step > 0)
    return " in epoch " + std::to_string(position.epoch + 1) + ", after " +
           std::to_string(position.step) + " batches";
  return " after epoch " + std::to_string(position.epoch);
}

std::string figures(const History& history) {
  if (history.test.count > 0) return ": " + percent(history.test.accuracy) + " on the test set";
  if (history.epochs.empty()) return {};
  const EpochRecord& last = history.epochs.back();
  if (last.validation.count > 0) return ": " + percent(last.validation.accuracy) + " on validation";
  return ": " + percent(last.train.accuracy) + " on the training set";
}

}  // namespace

std::string sentenceFor(const Summary& summary) {
  std::string sentence =
      beginning(summary.reason) + where(summary.position) + figures(summary.history) + ".";
  if (summary.reason == StopReason::Diverged)
    sentence += " The last finite weights are kept; try a smaller learning rate.";
  return sentence;
}

}  // namespace inkling
