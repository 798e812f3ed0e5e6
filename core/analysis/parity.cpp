// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/parity.h"

#include "core/base/error.h"
#include "core/base/readfile.h"
#include "core/recipe/recipejson.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace inkling {
namespace {

/// What stands before the first `end` of the text, which is taken off it.
std::string_view take(std::string_view& text, char end) {
  const std::string_view part = text.substr(0, text.find(end));
  text.remove_prefix(std::min(part.size() + 1, text.size()));
  return part;
}

double lossOf(std::string_view cell, const std::string& place) {
  double loss = 0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), loss);
  if (read.ec != std::errc() || read.ptr != cell.data() + cell.size() || !std::isfinite(loss))
    throw Error(place + " has a cell that is not a number.");
  return loss;
}

/// Compares loss by loss and stops after the last one that is known.
class Comparison final : public Observer {
public:
  Comparison(const std::vector<double>& losses, Control& control, const std::atomic<bool>* cancel)
      : m_losses(losses),
        m_control(control),
        m_cancel(cancel) {}

  void onBatch(const BatchRecord& record, const Progress&) override {
    if (m_cancel && m_cancel->load()) return m_control.stop();
    const auto at = static_cast<std::size_t>(record.step) - 1;
    if (at >= m_losses.size()) return;
    const double difference = std::abs(static_cast<double>(record.loss) / m_losses[at] - 1);
    m_largest = std::max(m_largest, std::isnan(difference) ? HUGE_VAL : difference);
    if (at + 1 == m_losses.size()) m_control.stop();
  }
  double largest() const { return m_largest; }

private:
  const std::vector<double>& m_losses;
  Control& m_control;
  const std::atomic<bool>* m_cancel;
  double m_largest = 0;
};

}  // namespace

std::vector<ParityReference> parseParityReferences(const std::string& text,
                                                   const std::string& source) {
  std::string_view rest(text);
  std::vector<ParityReference> references;
  for (std::string_view names = take(rest, '\n'); !names.empty();)
    references.push_back({std::string(take(names, ',')), {}});
  if (references.empty()) throw Error(source + " has no columns.");
  for (int number = 2; !rest.empty(); ++number) {
    std::string_view line = take(rest, '\n');
    const std::string place = source + ", line " + std::to_string(number);
    for (ParityReference& reference : references)
      reference.losses.push_back(lossOf(take(line, ','), place));
    if (!line.empty()) throw Error(place + " has more cells than there are columns.");
  }
  return references;
}

std::vector<ParityReference> loadParityReferences(const std::filesystem::path& folder) {
  constexpr std::size_t kMostBytes = 1 << 20;
  const auto file = folder / "losses.csv";
  const std::vector<char> bytes = readFile(file, kMostBytes);
  return parseParityReferences({bytes.begin(), bytes.end()}, file.string());
}

double parityDifference(const std::filesystem::path& folder, const ParityReference& reference,
                        const DataSource& mnist, int threads, const std::atomic<bool>* cancel) {
  Trainer trainer(loadRecipe(folder / (reference.name + ".json")), mnist, threads);
  Control control;
  Comparison comparison(reference.losses, control, cancel);
  trainer.run(control, comparison);
  return cancel && cancel->load() ? -1 : comparison.largest();
}

}  // namespace inkling
