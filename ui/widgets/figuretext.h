// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inkling::ui {

/// With so many decimals and a true minus; never "−0.00".
QString decimalText(double value, int decimals);

/// "3.1·10⁻⁵"
QString powerText(double value, int decimals);

/// `digits` significant ones, as people write them: 1,234 and 0.042, and "3.1·10⁻⁵" below 0.0001
/// and from ten million on.
QString figureText(double value, int digits);

}  // namespace inkling::ui
