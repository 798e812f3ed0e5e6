// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/runstore.h"
#include "core/recipe/fieldkinds.h"

namespace inkling {
namespace {

std::string cells(const Score& score) {
  if (score.count == 0) return ",,";
  return "," + numberText(score.loss) + "," + numberText(score.accuracy);
}

}  // namespace

std::string epochsCsv(const RunRecord& run) {
  std::string text =
      "epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,test_loss,"
      "test_accuracy,learning_rate\n";
  for (const EpochRecord& epoch : run.result.history.epochs) {
    text += std::to_string(epoch.epoch) + cells(epoch.train) + cells(epoch.validation) +
            cells(epoch.test) + "," + numberText(epoch.learningRate) + "\n";
  }
  return text;
}

std::string batchesCsv(const RunRecord& run) {
  std::string text = "step,loss,accuracy\n";
  for (const BatchPoint& point : run.batches) {
    text += numberText(point.step) + "," + numberText(point.loss) + "," +
            numberText(point.accuracy) + "\n";
  }
  return text;
}

}  // namespace inkling
