// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace {

using Folders = std::set<QString>;

// core/<folder> → the folders it is built on, one step down. What those are built on is allowed
// too, and base and recipe are open to all (recipe itself to base alone).
const std::map<QString, Folders> kCoreArrows = {
    {"base", {}},          {"recipe", {"base"}},
    {"tensor", {"base"}},  {"layers", {"tensor"}},
    {"loss", {"tensor"}},  {"data", {"tensor"}},
    {"ink", {"data"}},     {"model", {"layers", "data"}},
    {"optim", {"layers"}}, {"train", {"model", "loss", "optim", "ink"}},
    {"io", {"train"}},     {"analysis", {"train"}},
    {"sweep", {"io"}},
};

// Top folder → the top folders it may include.
const std::map<QString, Folders> kTopArrows = {
    {"core", {"core"}},
    {"ui", {"core", "ui"}},
    {"app/gui", {"core", "ui", "app"}},
    {"app/cli", {"core", "app"}},
    {"app/pictures", {"core", "app"}},
};

Folders reachable(const QString& folder) {
  Folders found{folder, "base"};
  for (const QString& next : kCoreArrows.at(folder)) {
    found.insert("recipe");
    found.merge(reachable(next));
  }
  return found;
}

// What is wrong with `include` in a file of the given folder, if anything.
std::optional<QString> complaint(const QString& top, const QString& folder,
                                 const QString& include) {
  const QString first = include.section('/', 0, 0);
  if (top == "core" && (first.startsWith('Q') || first == "qcustomplot.h")) {
    return "core does not use Qt";
  }
  const bool ours = first == "core" || first == "ui" || first == "app" || first == "tests";
  if (!ours) return std::nullopt;
  if (!kTopArrows.at(top).contains(first)) return top + " may not include " + first;
  if (top != "core") return std::nullopt;
  const QString target = include.section('/', 1, 1);
  if (!kCoreArrows.contains(target)) return "core/" + target + " is not a known folder";
  if (!reachable(folder).contains(target)) {
    return "core/" + folder + " may not include core/" + target;
  }
  return std::nullopt;
}

QStringList complaintsInText(const QString& path, const QString& text) {
  static const QRegularExpression kInclude("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
  const bool app = path.startsWith("app/");
  const QString top = path.section('/', 0, app ? 1 : 0);
  const QString folder = top == "core" ? path.section('/', 1, 1) : QString();
  if (top == "core" && !kCoreArrows.contains(folder)) {
    return {path + ":1: core/" + folder + " is not a known folder; add its arrows to this test"};
  }
  if (!kTopArrows.contains(top)) return {path + ":1: " + top + " is not a known folder"};
  QStringList found;
  const QStringList lines = text.split('\n');
  for (int i = 0; i < lines.size(); ++i) {
    const auto match = kInclude.match(lines[i]);
    if (!match.hasMatch()) continue;
    if (const auto wrong = complaint(top, folder, match.captured(1))) {
      found << QString("%1:%2: %3 (%4)").arg(path).arg(i + 1).arg(*wrong, match.captured(1));
    }
  }
  return found;
}

/// Calls `see` with the path of each source file, from the top folder, and its text.
void forEachSource(const std::function<void(const QString&, const QString&)>& see) {
  const QDir root(qEnvironmentVariable("INKLING_SOURCE_DIR"));
  int files = 0;
  for (const char* top : {"core", "ui", "app"}) {
    QDirIterator it(root.filePath(top), {"*.h", "*.cpp"}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
      QFile file(it.next());
      QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
      see(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
      ++files;
    }
  }
  QVERIFY2(files > 0, "no source files found");
}

/// The types that a header defines outside of others.
QStringList typesIn(const QString& text) {
  static const QRegularExpression kType(
      "^(?:template <[^>]*>\\n)?(?:struct|class|enum class|enum|using)(?: alignas\\(\\d+\\)| "
      "INKLING_\\w+)* (\\w+)"
      "(?: final)?(?: :[^;{]*)?\\s*[={]",
      QRegularExpression::MultilineOption);
  QStringList found;
  for (auto it = kType.globalMatch(text); it.hasNext();) found << it.next().captured(1);
  return found;
}

}  // namespace

class TestLayering final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void sourceTree_includesOnlyDownwards();
  void types_haveNamesOfTheirOwn();
  void rule_data();
  void rule();
};

void TestLayering::sourceTree_includesOnlyDownwards() {
  QStringList wrong;
  forEachSource(
      [&](const QString& path, const QString& text) { wrong << complaintsInText(path, text); });
  QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join('\n')));
}

// In a namespace within inkling, which of two types a name means depends on what was included
// before: the same class had two sizes in two files, and memory was overwritten.
void TestLayering::types_haveNamesOfTheirOwn() {
  std::map<QString, QString> headers;
  QStringList shared;
  forEachSource([&](const QString& path, const QString& text) {
    if (!path.endsWith(".h")) return;
    for (const QString& type : typesIn(text)) {
      const auto [first, isNew] = headers.emplace(type, path);
      if (!isNew) shared << type + ": " + first->second + " and " + path;
    }
  });
  QVERIFY(headers.contains("Session") && headers.contains("DataView"));
  QVERIFY2(shared.isEmpty(), qPrintable("\n" + shared.join('\n')));
}

void TestLayering::rule_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<QString>("line");
  QTest::addColumn<bool>("allowed");
  const auto row = [](const char* path, const char* line, bool allowed) {
    QTest::addRow("%s %s", path, line) << QString(path) << QString(line) << allowed;
  };
  row("core/train/trainer.cpp", "#include \"core/tensor/tensor.h\"", true);
  row("core/train/trainer.cpp", "#include <vector>", true);
  row("core/layers/dense.h", "#include \"core/recipe/recipe.h\"", true);
  row("core/recipe/recipe.h", "#include \"core/base/error.h\"", true);
  row("core/sweep/sweep.cpp", "#include \"core/io/model_file.h\"", true);
  row("ui/pages/learn.cpp", "#include \"core/train/trainer.h\"", true);
  row("app/gui/main.cpp", "#include \"ui/mainwindow.h\"", true);

  row("core/layers/dense.h", "#include \"core/train/trainer.h\"", false);
  row("core/layers/dense.h", "#include \"core/loss/loss.h\"", false);
  row("core/train/trainer.cpp", "#include \"core/io/model_file.h\"", false);
  row("core/recipe/recipe.h", "#include \"core/tensor/tensor.h\"", false);
  row("core/base/error.h", "#include \"core/recipe/recipe.h\"", false);
  row("core/tensor/tensor.h", "  #  include <QString>", false);
  row("core/tensor/tensor.h", "#include <QtCore/QString>", false);
  row("core/tensor/tensor.h", "#include \"ui/mainwindow.h\"", false);
  row("core/misc/helpers.h", "", false);
  row("core/train/trainer.cpp", "#include \"core/misc/helpers.h\"", false);
  row("ui/mainwindow.cpp", "#include \"app/gui/options.h\"", false);
  row("app/cli/main.cpp", "#include \"ui/mainwindow.h\"", false);
  row("core/train/trainer.cpp", "#include \"tests/core/support/tiny.h\"", false);
}

void TestLayering::rule() {
  QFETCH(QString, path);
  QFETCH(QString, line);
  QFETCH(bool, allowed);
  const QStringList found = complaintsInText(path, "\n" + line);
  QCOMPARE(found.isEmpty(), allowed);
}

INKLING_TEST(TestLayering)
#include "tst_layering.moc"
