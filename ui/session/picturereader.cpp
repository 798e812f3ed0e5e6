// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/picturereader.h"

#include <utility>

namespace inkling::ui {

void PictureReader::read(const QString& file, const NormaliseOptions& options) {
  start([file, &decoder = m_decoder] { return Pictures::fromFile(file, decoder); }, options);
}

void PictureReader::read(const QImage& image, const NormaliseOptions& options) {
  start([image] { return Pictures::fromImage(image); }, options);
}

void PictureReader::readAgain(const NormaliseOptions& options) {
  if (m_last) start([last = m_last] { return *last; }, options);
}

void PictureReader::start(std::function<Picture()> open, const NormaliseOptions& options) {
  m_work.start(
      [open = std::move(open), options](const std::atomic<bool>&) {
        auto picture = std::make_shared<Picture>(open());
        const Glyph glyph =
            picture->problem.isEmpty() ? normaliseImage(picture->grey, options) : Glyph{};
        if (picture->problem.isEmpty() && isBlank(glyph))
          picture->problem = Pictures::nothingFound();
        return std::pair(picture, glyph);
      },
      [this](const std::pair<std::shared_ptr<Picture>, Glyph>& read) {
        const auto& [picture, glyph] = read;
        if (!picture->problem.isEmpty()) {
          emit failed(picture->problem);
          return;
        }
        m_last = picture;
        emit ready(glyph, picture->image);
      },
      [this](const QString& sentence) { emit failed(sentence); });
}

}  // namespace inkling::ui
