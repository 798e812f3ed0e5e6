// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/labels.h"
#include "core/data/csvlayout.h"
#include "core/data/pixelscale.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace inkling {

/// The labels of a table, each a text at first.
struct CsvLabels {
  std::map<std::string, Label, std::less<>> texts;  ///< and their numbers, as they came
  std::vector<std::size_t> lines;                   ///< where each text came first
  std::vector<Label> rows;                          ///< the number of each row's text
};

/// The images of a table. Its lines are read once if all pixels are whole numbers of 0 … 255, else
/// three times: until the first that is none, for their range, and when the scale is known.
class INKLING_CORE_API CsvImages {
public:
  CsvImages(std::filesystem::path file, const CsvLayout& layout);

  const CsvLayout& layout() const { return m_layout; }
  std::string name() const { return m_file.string(); }

  /// Reads what is needed to know the range of the pixels. Throws Error with line and column.
  PixelRange readRange(const DataReading& reading);
  std::vector<std::uint8_t> readPixels(const PixelScale& scale, const DataReading& reading);
  /// After readRange().
  const CsvLabels& labels() const { return m_labels; }

private:
  bool readBytes(const DataReading& reading);
  template <typename Use>
  void readFloats(const DataReading& reading, const Use& use) const;
  void makeRoom(double share);

  std::filesystem::path m_file;
  CsvLayout m_layout;
  bool m_areBytes = false;
  PixelRange m_range;
  CsvLabels m_labels;
  std::vector<std::uint8_t> m_pixels;
};

}  // namespace inkling
