// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweepreport.h"

#include "app/cli/text.h"
#include "core/base/utf8.h"
#include "core/io/atomicfile.h"
#include "core/io/stopreasonname.h"

#include <algorithm>
#include <iostream>

namespace inkling::cli {
namespace {

using Line = std::vector<std::string>;

std::string accuracy(const Score& score) { return score.count > 0 ? percent(score.accuracy) : ""; }

Json toJson(const Trial& trial, const TrialResult& result) {
  const auto& epochs = result.history.epochs;
  return Json{{"trial", trial.id},
              {"at", trial.at},
              {"seed", trial.recipe.seed},
              {"reason", toString(result.reason)},
              {"epochs", result.position.epoch},
              {"seconds", result.seconds},
              {"train", scoreJson(epochs.empty() ? Score{} : epochs.back().train)},
              {"validation", scoreJson(result.validation())},
              {"test", scoreJson(result.history.test)}};
}

std::string axesText(const std::vector<std::string>& axes, const std::vector<std::string>& at) {
  std::string joined;
  for (std::size_t i = 0; i < axes.size(); ++i)
    joined += (i > 0 ? ", " : "") + axes[i] + " " + at[i];
  return joined;
}

std::size_t width(const std::string& text) { return static_cast<std::size_t>(columnsOf(text)); }

/// Right-aligned columns as wide as they need to be.
void printLines(const std::vector<Line>& lines) {
  std::vector<std::size_t> widths;
  for (const Line& line : lines) {
    widths.resize(std::max(widths.size(), line.size()));
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], width(line[i]));
  }
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i)
      std::cout << (i > 0 ? "  " : "") << std::string(widths[i] - width(line[i]), ' ') << line[i];
    std::cout << '\n';
  }
}

Line resultCells(const SweepRow& row) {
  if (!row.result) return {row.problem.empty() ? "not there yet" : "unusable", "", "", "", ""};
  const TrialResult& result = *row.result;
  return {toString(result.reason), std::to_string(result.position.epoch), duration(result.seconds),
          accuracy(result.validation()), accuracy(result.history.test)};
}

std::string published(const Recipe& recipe) {
  for (const PublishedFigure& figure : recipe.published)
    if (figure.quantity == "test_accuracy") return percent(figure.value);
  return {};
}

/// Leaves out columns that have nothing but their heading.
void dropEmptyColumns(std::vector<Line>& lines) {
  for (std::size_t i = lines[0].size(); i-- > 0;) {
    const bool used = std::any_of(lines.begin() + 1, lines.end(),
                                  [&](const Line& line) { return !line[i].empty(); });
    if (used) continue;
    for (Line& line : lines) line.erase(line.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void printRows(const SweepTable& table) {
  std::vector<Line> lines = {table.axes};
  for (const char* heading : {"seed", "end", "epochs", "time", "validation", "test", "published"})
    lines[0].emplace_back(heading);
  for (const SweepRow& row : table.rows) {
    Line line = row.trial.at;
    line.push_back(std::to_string(row.trial.recipe.seed));
    for (std::string& cell : resultCells(row)) line.push_back(std::move(cell));
    line.push_back(published(row.trial.recipe));
    lines.push_back(std::move(line));
  }
  dropEmptyColumns(lines);
  printLines(lines);
}

void insertOnce(Line& values, const std::string& value) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

/// First axis downwards, second to the right; only where that is a whole grid.
void printSquare(const SweepTable& table) {
  const auto cells = cellsOf(table);
  Line down;
  Line right;
  if (table.axes.size() != 2) return;
  for (const SweepCell& cell : cells) {
    insertOnce(down, cell.at[0]);
    insertOnce(right, cell.at[1]);
  }
  if (down.size() < 2 || right.size() < 2 || cells.size() != down.size() * right.size()) return;
  std::vector<Line> lines = {{table.axes[0] + " \\ " + table.axes[1]}};
  lines[0].insert(lines[0].end(), right.begin(), right.end());
  for (const std::string& value : down) {
    Line line = {value};
    for (const std::string& across : right)  // a random search comes in no order
      for (const SweepCell& cell : cells)
        if (cell.at[0] == value && cell.at[1] == across) line.push_back(accuracy(cell.validation));
    lines.push_back(std::move(line));
  }
  std::cout << "\nValidation accuracy, mean over the seeds\n";
  printLines(lines);
}

}  // namespace

void SweepReport::onTrialEnd(int trial, const TrialResult& result) {
  if (!m_json) return;
  m_bar.clear();
  printLine(toJson(m_trials[static_cast<std::size_t>(trial)], result));
  if (!std::cout) m_control.stop();
}

void SweepReport::onProgress(const SweepProgress& progress) {
  m_bar.update(
      progress.share,
      std::to_string(progress.finished) + "/" + std::to_string(progress.trials) + " trials",
      progress.secondsLeft > 0 ? duration(progress.secondsLeft) + " left" : "");
}

/// Whether a test figure that is shown is of images that were set aside.
bool testDrawn(const SweepTable& table, bool chosen) {
  return std::ranges::any_of(table.rows, [&](const SweepRow& row) {
    return row.result && row.result->testDrawn && (chosen || row.result->history.test.count > 0);
  });
}

void printTable(const SweepTable& table, const std::optional<SweepChoice>& choice) {
  printRows(table);
  printSquare(table);
  const auto missing = std::ranges::count_if(
      table.rows, [](const SweepRow& row) { return !row.result.has_value(); });
  for (const SweepRow& row : table.rows)
    if (!row.problem.empty()) std::cerr << row.problem << '\n';
  std::cout << '\n';
  if (testDrawn(table, choice.has_value())) std::cout << kTestDrawn << '\n';
  if (missing > 0) {
    std::cout << missing << " of " << table.rows.size()
              << " trials are still to be run; nothing is chosen before they are." << std::endl;
  } else if (choice) {
    std::cout << "Chosen on validation: " << axesText(choice->axes, choice->at) << ", with "
              << percent(choice->validation.accuracy)
              << ". Only that setting was then measured on the test set, once: "
              << percent(choice->test.accuracy) << ", loss " << fixed(choice->test.loss, 4) << "."
              << std::endl;
  } else {
    std::cout << "No images were held out for validation, so nothing is chosen." << std::endl;
  }
}

void printTableJson(const SweepTable& table, const std::optional<SweepChoice>& choice) {
  Json rows = Json::array();
  for (const SweepRow& row : table.rows) {
    rows.push_back(row.result ? toJson(row.trial, *row.result)
                              : Json{{"trial", row.trial.id},
                                     {"at", row.trial.at},
                                     {"seed", row.trial.recipe.seed},
                                     {"reason", nullptr}});
  }
  Json object{{"axes", table.axes}, {"complete", table.complete()}, {"trials", std::move(rows)}};
  object["best"] = !choice ? Json(nullptr)
                           : Json{{"at", choice->at},
                                  {"trials", choice->trials},
                                  {"validation", scoreJson(choice->validation)},
                                  {"test", scoreJson(choice->test)}};
  printLine(object);
}

void writeCsv(const SweepTable& table, const std::filesystem::path& file) {
  writeFileAtomically(file, toCsv(table));
}

}  // namespace inkling::cli
