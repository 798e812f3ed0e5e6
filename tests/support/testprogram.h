// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFileInfo>
#include <QTest>

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
  QCoreApplication::setOrganizationName(QStringLiteral("InklingTest"));
  QCoreApplication::setApplicationName(found->first);
  const auto test = found->second();
  return QTest::qExec(test.get(), count, arguments.data());
}

}  // namespace inkling::test

/// In each tst_*.cpp, once.
#define INKLING_TEST(Test) static const inkling::test::Registration<Test> registration##Test(__FILE__);
