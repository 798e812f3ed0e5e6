// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace inkling::test {

/// What a Python program with NumPy prints; fails the whole test run if there is none on this
/// machine (Debian's python3-numpy) or if the program fails.
QString runPython(const QString& program, const QStringList& arguments);

}  // namespace inkling::test
