// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/trainreport.h"

#include "core/base/error.h"
#include "core/base/grouped.h"
#include "core/data/partwarnings.h"

#include <cmath>
#include <iostream>
#include <utility>

namespace inkling::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kLogHeader =
    "epoch,train_loss,train_accuracy,validation_loss,validation_accuracy,test_loss,test_accuracy,"
    "learning_rate,seconds\n";

const char* name(StopReason reason) {
  switch (reason) {
    case StopReason::Finished:
      return "finished";
    case StopReason::Stopped:
      return "stopped";
    case StopReason::EarlyStopped:
      return "early_stopped";
    case StopReason::Diverged:
      return "diverged";
  }
  return "";
}

// NaN and infinity have no place in JSON; neither has a figure that was not measured.
Json orNull(const Score& score, double value) {
  return score.count > 0 && std::isfinite(value) ? Json(value) : Json(nullptr);
}

void addScore(Json& object, const std::string& part, const Score& score) {
  object[part + "_loss"] = orNull(score, score.loss);
  object[part + "_accuracy"] = orNull(score, score.accuracy);
}

void writeCells(std::ostream& out, const Score& score) {
  out << ',';
  if (score.count > 0) out << score.loss;
  out << ',';
  if (score.count > 0) out << score.accuracy;
}

std::string text(const char* part, const Score& score) {
  if (score.count == 0) return {};
  return std::string("  ") + part + " loss " + fixed(score.loss, 4) + ", " +
         percent(score.accuracy);
}

double measured(const PublishedFigure& figure, const History& history) {
  const EpochRecord* epoch = nullptr;
  for (const EpochRecord& each : history.epochs) {
    if (figure.epoch == 0 || each.epoch == figure.epoch) epoch = &each;
  }
  if (epoch == nullptr) return std::nan("");
  const bool test = figure.quantity.starts_with("test");
  const bool asEpoch = figure.epoch > 0 && epoch != &history.epochs.back();
  const Score& score = !test ? epoch->train : asEpoch ? epoch->test : history.test;
  if (score.count == 0) return std::nan("");
  return figure.quantity.ends_with("loss") ? score.loss : score.accuracy;
}

std::string text(const PublishedFigure& figure, double here) {
  std::string quantity = figure.quantity;
  for (char& c : quantity) c = c == '_' ? ' ' : c;
  if (figure.epoch > 0) quantity += " after epoch " + std::to_string(figure.epoch);
  const bool loss = figure.quantity.ends_with("loss");
  const auto show = [loss](double value) { return loss ? fixed(value, 4) : percent(value); };
  return quantity + ": published " + show(figure.value) + ", here " + show(here);
}

}  // namespace

TrainReport::TrainReport(Options options, Control& control, long maxSteps, Autosave* autosave)
    : m_options(std::move(options)),
      m_control(control),
      m_maxSteps(maxSteps),
      m_autosave(autosave),
      m_run(autosave ? autosave->begin() : 0) {
  if (m_options.log.empty()) return;
  m_log.open(m_options.log, m_options.append ? std::ios::app : std::ios::trunc);
  if (!m_log) throw Error("Cannot write the log " + m_options.log.string() + ".");
  m_log.precision(9);
  if (m_log.tellp() == std::streampos(0)) m_log << kLogHeader;
}

void TrainReport::begin(const Recipe& recipe, const DataSource& source, const Trainer& trainer) {
  const Split& parts = trainer.split();
  std::cerr << "Training " << recipe.name << " (" << outline(recipe, source.train->shape()) << ", "
            << grouped(trainer.model().network.parameterCount()) << " parameters) on "
            << source.title << ": " << grouped(parts.train.count()) << " images to train, "
            << grouped(parts.validation.count()) << " to validate, " << grouped(parts.test.count())
            << " to test" << std::endl;
  for (const DataWarning& warning : warnings(parts))
    std::cerr << sentenceFor(warning, source.classNames) << std::endl;
  m_epochBegan = Clock::now();
}

void TrainReport::onBatch(const BatchRecord& batch, const Progress& progress) {
  if (m_maxSteps > 0 && batch.step >= m_maxSteps) m_control.stop();
  if (!m_bar.due()) return;
  const double done = progress.position.epoch +
                      static_cast<double>(progress.position.step) / progress.stepsPerEpoch;
  std::string after = duration(progress.secondsLeft) + " left, " +
                      fixed(progress.samplesPerSecond / 1000, 0) + "k/s, loss " +
                      fixed(batch.loss, 3);
  m_bar.update(done / progress.epochs,
               "epoch " + std::to_string(batch.epoch + 1) + "/" + std::to_string(progress.epochs),
               after);
}

void TrainReport::onStepReport(const StepReport& report) {
  if (m_options.json) {
    m_steps.push_back(Json{{"step", report.step},
                           {"count", report.count},
                           {"loss", report.loss},
                           {"accuracy", report.accuracy}});
    return;
  }
  m_bar.clear();
  std::cout << "step " << report.step << "  past " << report.count << " steps: loss "
            << fixed(report.loss, 3) << ", accuracy " << percent(report.accuracy) << std::endl;
  stopIfUnheard();
}

/// Nobody would learn how it goes on: what there is is saved.
void TrainReport::stopIfUnheard() {
  if (!std::cout) m_control.stop();
}

bool TrainReport::wantsCheckpoint(bool epochEnd) {
  if (!m_autosave) return false;
  if (const std::string problem = m_autosave->takeProblem(); !problem.empty()) {
    m_bar.clear();
    std::cerr << "Training goes on without a new checkpoint: " << problem << std::endl;
  }
  return m_autosave->due(m_run, epochEnd);
}

void TrainReport::onCheckpoint(CheckpointPtr checkpoint) {
  m_autosave->save(m_run, std::move(checkpoint));
}

void TrainReport::onEpoch(const EpochRecord& epoch, const Progress& progress) {
  const auto now = Clock::now();
  const double seconds = std::chrono::duration<double>(now - m_epochBegan).count();
  m_epochBegan = now;
  m_bar.clear();
  printEpoch(epoch, progress.epochs, seconds);
  stopIfUnheard();
  m_steps = Json::array();
  if (!m_log.is_open()) return;
  m_log << epoch.epoch;
  writeCells(m_log, epoch.train);
  writeCells(m_log, epoch.validation);
  writeCells(m_log, epoch.test);
  m_log << ',' << epoch.learningRate << ',' << seconds << std::endl;
}

void TrainReport::printEpoch(const EpochRecord& epoch, int epochs, double seconds) const {
  if (!m_options.json) {
    std::cout << "epoch " << epoch.epoch << "/" << epochs << text("train", epoch.train)
              << text("validation", epoch.validation) << text("test", epoch.test) << "  "
              << duration(seconds) << std::endl;
    return;
  }
  Json object{{"epoch", epoch.epoch}, {"epochs", epochs}};
  addScore(object, "train", epoch.train);
  addScore(object, "validation", epoch.validation);
  if (epoch.test.count > 0) addScore(object, "test", epoch.test);
  object["learning_rate"] = epoch.learningRate;
  object["seconds"] = seconds;
  if (!m_steps.empty()) object["steps"] = m_steps;
  printLine(object);
}

void TrainReport::end(const Summary& summary, const Model& model,
                      const std::filesystem::path& file) {
  m_bar.clear();
  printSummary(summary, model, file);
  if (m_log.is_open() && !m_log) {
    throw Error("The log " + m_options.log.string() + " could not be written completely.");
  }
}

void TrainReport::printSummary(const Summary& summary, const Model& model,
                               const std::filesystem::path& file) const {
  const History& history = summary.history;
  const Score validation = history.epochs.empty() ? Score{} : history.epochs.back().validation;
  if (m_options.json) {
    Json object;
    addScore(object, "test", history.test);
    if (model.testDrawn) object["test_drawn"] = true;
    addScore(object, "validation", validation);
    object["epochs"] = summary.position.epoch;
    object["seconds"] = summary.seconds;
    object["reason"] = name(summary.reason);
    object["sentence"] = summary.sentence;
    object["model"] = file.string();
    printLine(object);
    return;
  }
  std::cout << summary.sentence << '\n';
  for (const PublishedFigure& figure : model.recipe.published) {
    if (!m_options.published) break;
    const double here = measured(figure, history);
    if (std::isfinite(here)) std::cout << text(figure, here) << '\n';
  }
  if (history.test.count > 0) {
    std::cout << "test accuracy " << percent(history.test.accuracy) << ", loss "
              << fixed(history.test.loss, 4) << ", on " << grouped(history.test.count)
              << " images\n";
    if (model.testDrawn) std::cout << kTestDrawn << '\n';
  }
  std::cout << "saved as " << file.string() << " after " << duration(summary.seconds) << std::endl;
}

}  // namespace inkling::cli
