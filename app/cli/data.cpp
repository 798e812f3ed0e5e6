// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/data.h"

#include "app/cli/datareading.h"
#include "app/cli/interrupts.h"
#include "app/cli/progressbar.h"
#include "app/cli/recipeargument.h"
#include "app/cli/text.h"
#include "core/base/folders.h"
#include "core/base/grouped.h"
#include "core/data/dataproblems.h"
#include "core/data/datasource.h"
#include "core/io/dataexport.h"
#include "core/io/outputs.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>
#include <memory>

namespace inkling::cli {
namespace {

int countOf(const Dataset& set, int label) {
  return static_cast<int>(std::ranges::count(set.labels, static_cast<Label>(label)));
}

std::string rangeText(const Dataset& set) {
  const auto [low, high] = std::ranges::minmax(set.pixels);
  return std::to_string(low) + " … " + std::to_string(high);
}

Json toJson(const DataSource& source, const std::vector<DataProblem>& problems) {
  Json byClass = Json::object();
  for (int c = 0; c < source.classes(); ++c)
    byClass[source.classNames[static_cast<std::size_t>(c)]] = {{"train", countOf(*source.train, c)},
                                                               {"test", countOf(*source.test, c)}};
  Json warnings = Json::array();
  for (const DataProblem& problem : problems) {
    Json warning{{"code", problem.code}, {"sentence", problem.sentence}};
    if (!problem.field.empty()) warning["mend"] = problem.field + "=" + problem.value;
    warnings.push_back(warning);
  }
  const auto [low, high] = std::ranges::minmax(source.train->pixels);
  return {{"data", source.name},
          {"title", source.title},
          {"format", source.format},
          {"classes", source.classNames},
          {"train", source.train->count()},
          {"test", source.test->count()},
          {"test_drawn", source.testDrawn},
          {"height", source.train->height},
          {"width", source.train->width},
          {"channels", source.train->channels},
          {"range", {low, high}},
          {"by_class", byClass},
          {"fingerprint", source.fingerprint},
          {"notes", source.notes},
          {"warnings", warnings}};
}

void printClasses(const DataSource& source) {
  constexpr int kName = 24;
  constexpr int kCount = 12;
  std::cout << "\nclass" << std::string(kName - 5, ' ') << rightAligned("training", kCount)
            << rightAligned("test", kCount) << '\n';
  for (int c = 0; c < source.classes(); ++c) {
    // Names may be of any script: what is cut off is cut between two characters.
    const std::string name = rightAligned(source.classNames[static_cast<std::size_t>(c)], kName);
    const auto begin = name.find_first_not_of(' ');
    std::cout << (begin == std::string::npos ? "" : name.substr(begin))
              << std::string(begin == std::string::npos ? kName : begin, ' ')
              << rightAligned(grouped(countOf(*source.train, c)), kCount)
              << rightAligned(grouped(countOf(*source.test, c)), kCount) << '\n';
  }
}

void print(const DataSource& source, const std::vector<DataProblem>& problems) {
  const Dataset& train = *source.train;
  std::cout << source.title << ": " << source.format << ", " << grouped(train.count())
            << " training and " << grouped(source.test->count()) << " test images of "
            << train.height << "×" << train.width << " pixels"
            << (train.channels == 3 ? " in colour" : "") << ", " << source.classes()
            << " classes, values " << rangeText(train) << ", fingerprint " << source.fingerprint
            << '\n';
  if (source.testDrawn) std::cout << "(" << kTestDrawn << ")\n";
  for (const std::string& note : source.notes) std::cout << note << '\n';
  printClasses(source);
  if (!problems.empty()) std::cout << '\n';
  for (const DataProblem& problem : problems) {
    std::cout << "! " << problem.sentence;
    if (!problem.field.empty())
      std::cout << " (--set " << problem.field << "=" << problem.value << ")";
    std::cout << '\n';
  }
}

const std::map<std::string, bool DataMending::*> kMending = {
    {"grey", &DataMending::grey},     {"stretch", &DataMending::stretch},
    {"invert", &DataMending::invert}, {"transpose", &DataMending::transpose},
    {"mirror", &DataMending::mirror}, {"rotate", &DataMending::rotate},
    {"blank", &DataMending::blank},   {"duplicates", &DataMending::duplicates},
    {"gaps", &DataMending::gaps}};

}  // namespace

int data(const DataOptions& options) {
  const Interrupts interrupts;
  tellIfBoth(options.set, resourceFolder());
  const bool npz = options.out.ends_with(".npz");
  if (npz) requireOutputs({options.out}, dataFiles(options.set, resourceFolder()));
  DataReading reading = dataReading();
  reading.cancel = &interrupts.interrupted();
  ProgressBar bar;
  reading.progress = [&](double share) { bar.update(share, "reading", ""); };
  DataSource source;
  try {
    DataMending mend;
    for (const std::string& name : options.mend) mend.*kMending.at(name) = true;
    source = loadDataSource({options.set, mend}, resourceFolder(), reading);
  } catch (const Error&) {
    bar.clear();
    if (interrupts.interrupted()) return Interrupts::kExitCode;
    throw;
  }
  bar.clear();
  if (npz)
    exportNpz(source, options.out);
  else if (!options.out.empty())
    exportIdxFolder(source, options.out);
  const std::vector<DataProblem> problems = problemsOf(source);
  if (options.json)
    printLine(toJson(source, problems));
  else
    print(source, problems);
  return 0;
}

void addData(CLI::App& app, int& exitCode) {
  auto options = std::make_shared<DataOptions>();
  CLI::App* command = app.add_subcommand("data", "Say what a data set is, or write it anew");
  command->add_option("set", options->set, "A set's name, a file or a folder")
      ->type_name("DATA|PATH")
      ->required();
  command
      ->add_option("--out", options->out,
                   "Write it there: a folder for IDX files, or an .npz file for NumPy")
      ->type_name("DIR|FILE");
  command->add_option("--mend", options->mend, "Change it so first; as data.mend.NAME of a recipe")
      ->check(CLI::IsMember(kMending))
      ->type_name("NAME");
  command->add_flag("--json", options->json, "One JSON object instead of text");
  command->callback([options, &exitCode] { exitCode = data(*options); });
}

}  // namespace inkling::cli
