// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/reading.h"
#include "core/base/export.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace inkling {

/// One digit of a line of writing, and what a model reads in it.
struct DigitReading {
  Ink ink;          ///< its strokes; empty if it came as pixels
  Glyph glyph{};    ///< how it looks; the model is given it in its own size and preparation
  Reading reading;  ///< digit −1 if nothing reads it
};

/// Reads a line of writing digit by digit, from left to right. Remembers what it read last, so that
/// another point on one of many digits costs one or two readings. Not for several threads at once.
class INKLING_CORE_API InkReader {
public:
  /// Null: nothing is read.
  void setModel(ModelPtr model);
  /// Is asked which strokes make a digit where the strokes alone do not tell; it should be unsure
  /// of what is no digit. Null: the strokes alone decide.
  void setGrouper(ModelPtr model);

  /// How ink becomes pixels. Without fit all of it is one drawing, squeezed as it stands on the
  /// canvas.
  void setOptions(const NormaliseOptions& options) { m_options = options; }

  bool reads() const;         ///< there is a model
  bool readsNumbers() const;  ///< and its classes are the ten digits; else all ink is one drawing

  std::vector<DigitReading> read(const Ink& ink);
  DigitReading read(const Glyph& glyph);

private:
  /// What a model read in images that were there a moment ago.
  struct Memory {
    ModelPtr model;
    std::map<std::string, Reading> now;  ///< by the image's bytes
    std::map<std::string, Reading> before;
    void setModel(ModelPtr other);
    void forgetOld();
    const Reading& read(std::span<const std::uint8_t> image);
  };

  NormaliseOptions m_options;
  Memory m_reader;
  Memory m_grouper;
};

}  // namespace inkling
