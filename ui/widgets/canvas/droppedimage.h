// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QMimeData;

namespace inkling::ui {

/// Whether `mime` holds a picture or names a file that looks like one; reads nothing.
bool offersImage(const QMimeData& mime);

/// The local file named that looks like a picture; empty: none.
QString imageFile(const QMimeData& mime);

}  // namespace inkling::ui
