// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/runstore.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/io/atomicfile.h"
#include "core/io/filelock.h"
#include "core/io/modelfile.h"
#include "core/io/modeltensors.h"
#include "core/io/npy.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <ctime>
#include <unistd.h>

namespace inkling {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFileSize = 64 << 20;
constexpr const char* kRunFile = "run.json";
constexpr const char* kBatchesFile = "batches.npy";
constexpr const char* kModelFile = "model.safetensors";
// Folders that are not runs yet, or no longer.
constexpr const char* kNew = ".new-";
constexpr const char* kGone = ".gone-";

std::string timeText(std::time_t time, const char* format) {
  std::tm parts{};
  gmtime_r(&time, &parts);
  char text[40];
  std::strftime(text, sizeof text, format, &parts);
  return text;
}

bool isId(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  });
}

void move(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) throw Error("Cannot rename " + from.string() + ": " + error.message() + ".");
}

std::uintmax_t bytesIn(const fs::path& folder) {
  std::uintmax_t sum = 0;
  for (const fs::path& entry : entriesOf(folder)) {
    std::error_code gone;
    const std::uintmax_t size = fs::file_size(entry, gone);  // an error for a folder
    if (!gone) sum += size;
  }
  return sum;
}

// What stays is removed when the store is opened or added to.
void removeLeftover(const fs::path& path) {
  try {
    removeAll(path);
  } catch (const Error&) {
    return;
  }
}

void writeRun(const fs::path& folder, const RunRecord& run) {
  writeFileAtomically(
      folder / kRunFile,
      encodeRun(run.result, {{"name", run.name}, {"saved", run.saved}, {"origin", run.origin}}));
}

void writeAllOf(const fs::path& folder, const RunRecord& run, const Model* model) {
  try {
    makeFolder(folder);
    if (!run.batches.empty())
      writeFileAtomically(folder / kBatchesFile, encodeNpy(toTensor(run.batches)));
    if (model) saveModel(folder / kModelFile, *model);
    writeRun(folder, run);
  } catch (const MayNotLast& unsure) {
    // After a power cut the run might be there without this file.
    throw Error("Cannot keep the run in " + folder.parent_path().string() +
                ": writing its folder to the disk failed (" + unsure.reason() + ").");
  }
}

}  // namespace

RunStore::RunStore(fs::path folder, std::uintmax_t limit)
    : m_folder(std::move(folder)),
      m_limit(limit) {
  try {
    if (fileKind(m_folder) != FileKind::Folder) return;
    // Somebody who holds the lock clears away himself.
    const auto lock = FileLock::tryTake(m_folder / ".lock");
    if (lock) clearLeftovers();
  } catch (const Error&) {
    return;  // a folder that may only be read, or not even that: list() says so
  }
}

std::vector<std::string> RunStore::ids() const {
  std::vector<std::string> found;
  for (const fs::path& entry : entriesOf(m_folder)) {
    const std::string name = entry.filename().string();
    if (isId(name) && fileKind(entry) == FileKind::Folder) found.push_back(name);
  }
  std::ranges::sort(found, std::greater<>());
  return found;
}

fs::path RunStore::folderOf(const std::string& id) const {
  if (!isId(id) || fileKind(m_folder / id) != FileKind::Folder)
    throw Error("There is no run \"" + id + "\" in " + m_folder.string() + ".");
  return m_folder / id;
}

RunRecord RunStore::read(const std::string& id) const {
  const fs::path folder = folderOf(id);
  const std::vector<char> bytes = readFile(folder / kRunFile, kMaxFileSize);
  RunTexts texts = {{"name", ""}, {"saved", ""}, {"origin", ""}};
  RunRecord run;
  run.result = decodeRun({bytes.begin(), bytes.end()}, (folder / kRunFile).string(), &texts);
  run.id = id;
  run.name = texts["name"];
  run.saved = texts["saved"];
  run.origin = texts["origin"];
  run.hasModel = isThere(folder / kModelFile);
  return run;
}

std::vector<RunRecord> RunStore::list(std::vector<std::string>* problems) const {
  std::vector<RunRecord> runs;
  const auto tell = [problems](const Error& unreadable) {
    if (problems) problems->emplace_back(unreadable.what());
  };
  try {
    for (const std::string& id : ids()) {
      try {
        runs.push_back(read(id));
      } catch (const Error& unreadable) {
        tell(unreadable);
      }
    }
  } catch (const Error& unreadable) {
    tell(unreadable);
  }
  return runs;
}

RunRecord RunStore::load(const std::string& id) const {
  RunRecord run = read(id);
  const fs::path file = folderOf(id) / kBatchesFile;
  if (isThere(file)) run.batches = toPoints(readNpy(file), file.string());
  return run;
}

Model RunStore::loadModel(const std::string& id) const {
  const fs::path file = folderOf(id) / kModelFile;
  if (!isThere(file)) throw Error("The run \"" + id + "\" was kept without its model.");
  return inkling::loadModel(file).model;
}

/// After all others of the same second, so that ids sort by time.
std::string RunStore::newId(const std::string& second) const {
  constexpr int kMost = 999'999'999;
  int number = 0;
  for (const std::string& id : ids()) {
    int taken = -1;
    if (id.starts_with(second))
      std::from_chars(id.data() + second.size(), id.data() + id.size(), taken);
    if (taken < kMost) number = std::max(number, taken + 1);
  }
  const std::string digits = std::to_string(number);
  return second + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

void RunStore::prepare() const {
  makeFolder(m_folder);
  if (::access(m_folder.c_str(), W_OK | X_OK) != 0)
    throw Error("Cannot write into " + m_folder.string() + ": " + std::strerror(errno) + ".");
}

std::string RunStore::add(const RunRecord& run, const Model* model) {
  prepare();
  const FileLock lock = FileLock::wait(m_folder / ".lock");
  clearLeftovers();
  const std::time_t now = std::time(nullptr);
  const std::string id = newId(timeText(now, "%Y%m%dT%H%M%S-"));
  RunRecord kept = run;
  kept.saved = timeText(now, "%Y-%m-%d %H:%M:%S");
  const fs::path folder = m_folder / (kNew + id);
  writeAllOf(folder, kept, model);
  move(folder, m_folder / id);
  syncFolder(m_folder, m_folder / id);
  try {
    keepBelowLimit(id);
  } catch (const std::exception&) {
    // This run is kept; the next one makes room again.
  }
  return id;
}

std::string RunStore::importModel(const fs::path& file) {
  const Model model = inkling::loadModel(file).model;
  RunRecord run;
  run.origin = file.string();
  run.result = {model.recipe,
                model.network.inputShape(),
                model.classNames,
                model.history,
                model.position,
                StopReason::Finished,
                0,
                model.dataFingerprint,
                model.testDrawn};
  run.batches = model.batches;
  if (model.position.epoch < model.recipe.epochs) run.result.reason = StopReason::Stopped;
  const std::string figures = encodeRun(run.result, {});
  for (const RunRecord& known : list())
    if (known.origin == run.origin && encodeRun(known.result, {}) == figures) return known.id;
  return add(run, &model);
}

void RunStore::rename(const std::string& id, const std::string& name) {
  const FileLock lock = FileLock::wait(folderOf(id).parent_path() / ".lock");
  RunRecord run = read(id);
  run.name = name;
  writeRun(folderOf(id), run);
}

void RunStore::remove(const std::string& id) {
  const FileLock lock = FileLock::wait(folderOf(id).parent_path() / ".lock");
  discard(id);
}

std::uintmax_t RunStore::size() const {
  std::uintmax_t sum = 0;
  for (const std::string& id : ids()) sum += bytesIn(m_folder / id);
  return sum;
}

/// First out of sight, then away: a crash in between leaves no half of a run.
void RunStore::discard(const std::string& id) const {
  const fs::path gone = m_folder / (kGone + id);
  move(folderOf(id), gone);
  removeLeftover(gone);
}

void RunStore::clearLeftovers() const {
  for (const fs::path& entry : entriesOf(m_folder)) {
    const std::string name = entry.filename().string();
    if (name.starts_with(kNew) || name.starts_with(kGone)) removeLeftover(entry);
  }
}

void RunStore::keepBelowLimit(const std::string& newest) const {
  std::uintmax_t sum = size();
  std::vector<std::string> oldestFirst = ids();
  std::ranges::reverse(oldestFirst);
  for (const std::string& id : oldestFirst) {
    if (sum <= m_limit) return;
    if (id == newest) continue;
    try {
      if (!read(id).name.empty()) continue;
    } catch (const Error&) {
      continue;  // perhaps of a newer Inkling
    }
    const std::uintmax_t size = bytesIn(m_folder / id);
    discard(id);
    sum -= size;
  }
}

}  // namespace inkling
