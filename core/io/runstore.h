// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/io/runresult.h"
#include "core/model/model.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace inkling {

/// A run as the history keeps it.
struct RunRecord {
  std::string id;      ///< given by the store; sorts by time
  std::string name;    ///< given by the user; empty: unnamed
  std::string saved;   ///< UTC, "2026-11-21 19:46:00"
  std::string origin;  ///< where it comes from: "window", or the file that was imported
  RunResult result;
  std::vector<BatchPoint> batches;  ///< empty in lists
  bool hasModel = false;
};

/// The history of runs: a folder with a sub-folder for each, run.json (figures and recipe),
/// batches.npy (step, loss, accuracy) and model.safetensors. A run appears as a whole or not at
/// all, also after a crash or a power cut; what is left half-written is cleared away. Several
/// programs may use one folder at a time.
class INKLING_CORE_API RunStore {
public:
  static constexpr std::uintmax_t kUsualLimit = std::uintmax_t{1} << 30;

  /// `limit` in bytes: above it the oldest runs without a name are removed. The folder is made when
  /// the first run is added.
  explicit RunStore(std::filesystem::path folder, std::uintmax_t limit = kUsualLimit);

  /// Newest first, without their batches. What cannot be read is left out; `problems`, if given,
  /// gets a sentence for each.
  std::vector<RunRecord> list(std::vector<std::string>* problems = nullptr) const;

  // The others throw Error: no such run, not readable, disk full, ….

  /// Makes the folder. Throws if no run could be written into it.
  void prepare() const;

  RunRecord load(const std::string& id) const;
  Model loadModel(const std::string& id) const;
  /// Keeps a run (without its id and time, which it is given) and returns its id.
  std::string add(const RunRecord& run, const Model* model);
  /// Reads a model file of the command line or of a sweep into the history, once: of a file that is
  /// there with the same figures the run's id is returned.
  std::string importModel(const std::filesystem::path& file);
  void rename(const std::string& id, const std::string& name);
  void remove(const std::string& id);
  std::uintmax_t size() const;

private:
  std::filesystem::path folderOf(const std::string& id) const;
  RunRecord read(const std::string& id) const;
  std::vector<std::string> ids() const;
  std::string newId(const std::string& second) const;
  void clearLeftovers() const;
  void discard(const std::string& id) const;
  void keepBelowLimit(const std::string& newest) const;

  std::filesystem::path m_folder;
  std::uintmax_t m_limit;
};

/// A row for each epoch, as the command line's log.
INKLING_CORE_API std::string epochsCsv(const RunRecord& run);
/// A row for each point of the course.
INKLING_CORE_API std::string batchesCsv(const RunRecord& run);

}  // namespace inkling
