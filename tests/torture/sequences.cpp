// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Random sequences of what can be done with a session, with a look at what must hold after each
// step.

#include "tests/torture/places.h"
#include "tests/torture/sequence.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

#include <cstdio>

namespace {

constexpr int kActs = 20;

void addSets(inkling::torture::Places& places) {
  places.addSet(QStringLiteral("two"), 30, {.side = 8, .classes = 2});
  places.addSet(QStringLiteral("ten"), 200, {.side = 8});
  places.addSet(QStringLiteral("sorted"), 120, {.side = 8, .classes = 10, .sorted = true});
  places.addSet(QStringLiteral("letters"), 160, {.side = 12, .classes = 26});
  places.addSet(QStringLiteral("many"), 250, {.side = 16, .classes = 62, .width = 12});
}

/// False, and said, if something was broken.
bool runOne(const inkling::torture::Places& places, std::uint64_t seed,
            inkling::torture::Deeds& deeds) {
  const QString folder = places.file(QStringLiteral("models"));
  QDir(folder).removeRecursively();
  QDir().mkpath(folder);
  inkling::torture::Sequence sequence(places, seed, folder, deeds);
  const QStringList broken = sequence.run(kActs);
  if (broken.isEmpty()) return true;
  std::printf("--seed %llu --count 1: %s\n", static_cast<unsigned long long>(seed),
              qUtf8Printable(sequence.log().join(QStringLiteral(", "))));
  for (const QString& sentence : broken) std::printf("  %s\n", qUtf8Printable(sentence));
  std::fflush(stdout);
  return false;
}

}  // namespace

int main(int argc, char* argv[]) {
  const QCoreApplication application(argc, argv);
  QCoreApplication::setOrganizationName(QStringLiteral("InklingTest"));
  QCoreApplication::setApplicationName(QStringLiteral("sequences"));
  QCommandLineParser parser;
  const QCommandLineOption seed(QStringLiteral("seed"), QStringLiteral("The first seed."),
                                QStringLiteral("n"), QStringLiteral("1"));
  const QCommandLineOption count(QStringLiteral("count"), QStringLiteral("So many sequences."),
                                 QStringLiteral("n"), QStringLiteral("1000"));
  parser.addHelpOption();
  parser.addOptions({seed, count});
  parser.process(application);
  inkling::torture::Places places;
  addSets(places);
  const int sequences = parser.value(count).toInt();
  inkling::torture::Deeds deeds;
  int broken = 0;
  for (int i = 0; i < sequences; ++i) {
    const auto now = parser.value(seed).toULongLong() + static_cast<std::uint64_t>(i);
    if (!runOne(places, now, deeds)) ++broken;
  }
  std::printf("%d sequences of %d acts: %d documents, %d runs, %d ended, %d saved, %d refusals\n",
              sequences, kActs, deeds.documents, deeds.runs, deeds.finished, deeds.saved,
              deeds.refusals);
  std::printf("%d broken\n", broken);
  return broken == 0 ? 0 : 1;
}
