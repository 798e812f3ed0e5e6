// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/picturedecoder.h"
#include "core/ink/ink.h"

#include <QCoreApplication>
#include <QImage>
#include <QString>

namespace inkling::ui {

/// A picture of a digit, ready to be read.
struct Picture {
  QImage image;     ///< as it looks on paper
  GreyImage grey;   ///< the same without colour
  QString problem;  ///< a sentence; empty: none
};

/// Reads the pictures a user drops, pastes or chooses.
class Pictures {
  Q_DECLARE_TR_FUNCTIONS(Pictures)
public:
  /// What the decoder reads, the right way up. Any thread. Throws Error if the file cannot be read.
  static Picture fromFile(const QString& path, const PictureDecoder& decoder);
  static Picture fromImage(const QImage& image);
  /// The sentence for a picture in which no ink is found.
  static QString nothingFound() { return tr("There is no digit in the picture: it is blank."); }

private:
  static Picture fromRaster(Raster raster);
  static QString sentenceFor(const PictureError& error, const QString& path);
};

}  // namespace inkling::ui
