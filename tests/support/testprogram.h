// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFileInfo>
#include <QTest>

#include <clocale>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace inkling::test {

/// The tests of a program by name: tst_gemm.cpp holds "gemm".
using Tests = std::map<QString, std::function<std::unique_ptr<QObject>()>>;

inline Tests& tests() {
  static Tests all;
  return all;
}

/// Adds `Test` to the program under the name of its file.
template <typename Test>
struct Registration {
  explicit Registration(const char* file) {
    const QString name = QFileInfo(QString::fromLocal8Bit(file)).baseName().sliced(4);
    tests()[name] = [] { return std::make_unique<Test>(); };
  }
};

/// Takes the language that INKLING_TEST_LOCALE names, if it does. False, after a sentence, if this
/// machine has none of it that writes 0,5.
inline bool takeLocale() {
  const QByteArray wanted = qgetenv("INKLING_TEST_LOCALE");
  if (wanted.isEmpty()) return true;
  const bool taken = std::setlocale(LC_ALL, wanted.constData()) != nullptr;
  // Sentences of ours quote the system's, which tests compare in English.
  std::setlocale(LC_MESSAGES, "C");
  if (taken && *std::localeconv()->decimal_point == ',') return true;
  std::printf(
      "SKIPPED: there is no locale %s with a decimal comma here. Install the package "
      "locales and configure anew.\n",
      wanted.constData());
  return false;
}

/// `program NAME [Qt Test's options]` runs that test; without a name it lists them. Settings are
/// kept by test.
template <typename Application>
int runOne(int argc, char* argv[]) {
  const auto found = argc > 1 ? tests().find(QString::fromLocal8Bit(argv[1])) : tests().end();
  if (found == tests().end()) {
    for (const auto& [name, make] : tests()) std::puts(qPrintable(name));
    return EXIT_FAILURE;
  }
  std::vector<char*> arguments{argv[0]};
  arguments.insert(arguments.end(), argv + 2, argv + argc);
  int count = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  Application application(count, arguments.data());
  constexpr int kSkipped = 77;
  if (!takeLocale()) return kSkipped;
  QCoreApplication::setOrganizationName(QStringLiteral("InklingTest"));
  QCoreApplication::setApplicationName(found->first);
  const auto test = found->second();
  return QTest::qExec(test.get(), count, arguments.data());
}

}  // namespace inkling::test

/// In each tst_*.cpp, once.
#define INKLING_TEST(Test) \
  static const inkling::test::Registration<Test> registration##Test(__FILE__);
