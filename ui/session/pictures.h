// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"

#include <QCoreApplication>
#include <QImage>
#include <QString>

namespace inkling::ui {

/// A picture of a digit, ready to be read.
struct Picture {
  QImage image;     ///< as it looks
  GreyImage grey;   ///< what is transparent shows white paper, or black if nothing would be seen
  QString problem;  ///< a sentence; empty: none
};

/// Reads the pictures a user drops, pastes or chooses.
class Pictures {
  Q_DECLARE_TR_FUNCTIONS(Pictures)
public:
  /// PNG, JPEG and what else Qt reads, the right way up. Any thread.
  static Picture fromFile(const QString& path);
  static Picture fromImage(const QImage& image);
  /// The sentence for a picture in which no ink is found.
  static QString nothingFound() { return tr("There is no digit in the picture: it is blank."); }
};

}  // namespace inkling::ui
