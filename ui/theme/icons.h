// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>

#include <filesystem>

namespace inkling::ui {

enum class Icon {
  Play,
  Pause,
  Stop,
  Rewind,
  StepBatch,
  StepEpoch,  // training
  Pencil,
  Eraser,
  Undo,
  Redo,
  Clear,
  Pin,
  Dice,
  Picture,  // canvas
  Save,
  Open,
  Export,
  Fit,
  LogScale,  // files, plots
  Learn,
  Data,
  Evaluate,
  Look,
  Sweep,
  Runs,  // pages
  Tick,
  Cross,
  Copy,
  Settings,
  Warning,
  Info  // the rest
};

/// Drawn from paths, crisp at any size and scale, in the palette's text colour at the time of
/// painting (disabled icons in the disabled colour): nothing to do when the palette changes.
QIcon icon(Icon which, QPalette::ColorRole role = QPalette::ButtonText);

/// The program's own, from the folder of what comes with it; null if it is not there.
QIcon programIcon(const std::filesystem::path& resources);

}  // namespace inkling::ui
