// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/caught.h"

#include "core/base/error.h"

#include <QCoreApplication>

#include <new>
#include <system_error>

namespace inkling::ui {

namespace {

QString unexpected(const QString& what) {
  return QCoreApplication::translate("Caught",
                                     "Something unexpected went wrong: %1. You can go on; what you "
                                     "did last may be incomplete.")
      .arg(what);
}

}  // namespace

QString sentenceOf(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const Error& sentence) {
    return QString::fromUtf8(sentence.what());
  } catch (const std::system_error& sentence) {
    return QString::fromUtf8(sentence.what());
  } catch (const std::bad_alloc&) {
    return QCoreApplication::translate(
        "Caught",
        "There is not enough memory for this. Close other programs, or choose a smaller batch, "
        "network or data set.");
  } catch (const std::exception& other) {
    return unexpected(QString::fromUtf8(other.what()));
  } catch (...) {
    return unexpected(QCoreApplication::translate("Caught", "an exception without a text"));
  }
}

}  // namespace inkling::ui
