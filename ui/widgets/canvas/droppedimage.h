// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

class QMimeData;

namespace inkling::ui {

/// Whether `mime` holds a picture or names a file that looks like one; reads nothing.
bool offersImage(const QMimeData& mime);

/// The picture, null if it cannot be read.
QImage imageOf(const QMimeData& mime);

}  // namespace inkling::ui
