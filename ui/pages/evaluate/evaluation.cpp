// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/evaluation.h"

#include <chrono>
#include <utility>

namespace inkling::ui {

namespace {

bool sameImages(const DataView& a, const DataView& b) {
  return a.set == b.set && a.indices == b.indices;
}

}  // namespace

EvaluationPtr evaluateModel(const ModelPtr& model, const DataView& view, const DataView& validation,
                            int threads, const std::atomic<bool>& cancel) {
  const auto start = std::chrono::steady_clock::now();
  auto made = std::make_shared<Evaluation>();
  made->model = model;
  made->view = view;
  auto predictions = predictAll(*model, view, threads, &cancel);
  if (predictions.count() != view.count()) return nullptr;
  made->score = score(predictions);
  made->confusion = Confusion(predictions);
  made->interval = wilsonInterval(made->confusion.correct(), made->confusion.total());
  made->bins = reliability(predictions);
  made->calibrationError = calibrationError(made->bins);
  made->coverage = coverageCurve(predictions);
  if (validation.count() == 0 || sameImages(view, validation)) {
    made->temperature = fitTemperature(predictions);
  } else {
    const auto fitted = predictAll(*model, validation, threads, &cancel);
    if (fitted.count() != validation.count()) return nullptr;
    made->temperature = fitTemperature(fitted);
  }
  made->cooledBins = reliability(withTemperature(predictions, made->temperature));
  made->cooledError = calibrationError(made->cooledBins);
  made->predictions = std::make_shared<const Predictions>(std::move(predictions));
  made->seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return made;
}

}  // namespace inkling::ui
