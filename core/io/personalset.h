// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/ink/ink.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// A digit the user has written and told the label of.
struct PersonalDigit {
  long id = 0;  ///< given by the set, 1, 2, 3, …; never given again
  int label = 0;
  std::string date{};  ///< UTC, "2026-11-21 19:46:00"
  Ink ink;             ///< in units of the canvas (0 … 1); empty if it came as pixels
  Glyph glyph{};       ///< as the network is given it

  /// Every fourth is never learnt from: those tell how well the learning went.
  bool heldOut() const { return id % 4 == 0; }
};

/// The digits of one user in one file of JSON lines: a header, then a digit a line, in the order
/// they were added. Every change takes up what others have changed and replaces the file as a
/// whole, so several windows may use one at a time.
///
/// A damaged file is copied before what can be read of it replaces it; problem() then holds a
/// sentence about it. A file of a newer version, or one that cannot be opened, is left alone:
/// everything throws Error. What throws changes nothing, here or on the disk, but for MayNotLast
/// (io/atomicfile.h): the change is made, here and on the disk.
class INKLING_CORE_API PersonalSet {
public:
  explicit PersonalSet(std::filesystem::path file) : m_file(std::move(file)) {}

  /// Reads what is there; nothing if there is no file yet. The folder may be one to read only.
  void load();
  const std::vector<PersonalDigit>& digits() const { return m_contents.digits; }
  const PersonalDigit* find(long id) const;
  const std::string& problem() const { return m_problem; }
  const std::filesystem::path& file() const { return m_file; }

  /// Gives it an id and the time of now and returns the id.
  long add(PersonalDigit digit);
  void relabel(long id, int label);
  void remove(std::span<const long> ids);
  /// Takes a removal back: they come with their ids to where they were.
  void restore(std::span<const PersonalDigit> digits);

private:
  struct Contents {
    std::vector<PersonalDigit> digits;
    long lastId = 0;
  };
  template <typename Change>
  void change(const Change& change);
  void read();
  void write(Contents contents);
  void keepAside(std::span<const char> damaged, const Contents& readable,
                 const std::string& reason);

  std::filesystem::path m_file;
  std::optional<std::uint64_t> m_seen;  ///< hash of the file's bytes that were last read or written
  Contents m_contents;
  std::string m_problem;
};

/// Writes an IDX quartet that can be opened as a data set: what is held out becomes its test set
/// (all of it, if nothing is held out). Throws Error, also if there are no digits or there is a
/// data set in the folder already.
INKLING_CORE_API void exportIdx(const std::filesystem::path& folder,
                                std::span<const PersonalDigit> digits);

/// Writes a stroke file (data/strokefile.h), the canvas 1000 units wide, and returns how many
/// digits were left out because they are pixels. Throws Error, also if no digit has strokes.
INKLING_CORE_API int exportStrokes(const std::filesystem::path& file,
                                   std::span<const PersonalDigit> digits);

}  // namespace inkling
