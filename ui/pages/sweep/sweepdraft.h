// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/datareading.h"
#include "core/sweep/sweepspec.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace inkling::ui {

/// A setting that a sweep may vary, by its paths in the recipe.
struct SweepField {
  QString label;       ///< "Learning rate", or the path
  QStringList fields;  ///< set together
  QString value;       ///< what the recipe has there
};

/// Every field of the recipe, those that are varied most often first.
std::vector<SweepField> sweepFields(const Recipe& recipe);

/// A sweep as somebody writes it down.
struct SweepDraft {
  struct Axis {
    SweepField field;
    QString values;  ///< "16, 32, 64"; random search: also "0.001 … 0.1"
  };

  QString name;
  Recipe base;
  std::vector<Axis> axes;
  int randomCount = 0;  ///< 0: every combination
  QString seeds;        ///< "1, 2, 3"
  HeldOut validation;
  int earlyStopping = 0;
};

/// What a draft makes, or what is wrong with it.
struct DraftOutcome {
  SweepSpec spec;
  int trials = 0;
  int missing =
      0;  ///< random search: so many settings fewer than wanted, because there are no more
  QString problem;  ///< empty: it can run
  int axis = -1;    ///< whose values the problem is about
};

/// Data sets are found as by loadDataSource().
DraftOutcome sweepOf(const SweepDraft& draft, const std::filesystem::path& resources,
                     const DataReading& reading = {});

}  // namespace inkling::ui
