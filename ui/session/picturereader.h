// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/background.h"
#include "ui/session/pictures.h"

#include <QObject>

#include <functional>
#include <memory>

namespace inkling::ui {

/// Turns pictures into glyphs beside the window; only the newest counts.
class PictureReader final : public QObject {
  Q_OBJECT
  Q_DISABLE_COPY_MOVE(PictureReader)
public:
  explicit PictureReader(const PictureDecoder& decoder, QObject* parent = nullptr)
      : QObject(parent),
        m_decoder(decoder) {}

  void read(const QString& file, const NormaliseOptions& options);
  void read(const QImage& image, const NormaliseOptions& options);
  /// The last picture with other options; nothing if there was none.
  void readAgain(const NormaliseOptions& options);

signals:
  void ready(const inkling::Glyph& glyph, const QImage& image);
  void failed(const QString& sentence);

private:
  void start(std::function<Picture()> open, const NormaliseOptions& options);

  const PictureDecoder& m_decoder;
  std::shared_ptr<const Picture> m_last;
  Background m_work;
};

}  // namespace inkling::ui
