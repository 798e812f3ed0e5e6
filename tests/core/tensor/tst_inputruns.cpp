// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/inputruns.h"

#include <QTest>

using namespace inkling;

/// Which inputs a batch uses.
class TestInputRuns final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void find_takesWhatAnyImageUses();
  void find_withBlankImages_isEmpty();
  void setAll_isOneRun();
  void forEach_cutsRunsAndGaps();
  void stride_isAnOddNumberOfLines();
};

namespace {

using Image = std::vector<std::uint8_t>;

InputRuns found(const std::vector<Image>& images) {
  InputRuns runs;
  runs.start(images[0].size());
  for (const Image& image : images) runs.add(image);
  runs.finish();
  return runs;
}

QString text(Index begin, Index count, const QString& kind) {
  return QStringLiteral("%1 %2+%3").arg(kind).arg(begin).arg(count);
}

QStringList parts(const InputRuns& inputs, Index begin, Index end) {
  QStringList list;
  inputs.forEach(
      begin, end,
      [&](const InputRuns::Run& run) {
        list << text(run.begin, run.count, QStringLiteral("run at %1:").arg(run.at));
      },
      [&](Index first, Index count) { list << text(first, count, QStringLiteral("gap")); });
  return list;
}

/// 22 inputs, of which 4 to 11 and 20 to 21 are used.
InputRuns example() {
  Image first(22), second(22);
  first[5] = 1;
  second[8] = 255;
  second[21] = 128;
  return found({first, second});
}

}  // namespace

void TestInputRuns::find_takesWhatAnyImageUses() {
  const InputRuns inputs = example();
  QCOMPARE(inputs.inputs(), Index(22));
  QCOMPARE(inputs.count(), Index(10));
  QCOMPARE(parts(inputs, 0, 22),
           (QStringList{"gap 0+4", "run at 0: 4+8", "gap 12+8", "run at 8: 20+2"}));
}

void TestInputRuns::find_withBlankImages_isEmpty() {
  const InputRuns inputs = found({Image(12), Image(12)});
  QCOMPARE(inputs.count(), Index(0));
  QCOMPARE(parts(inputs, 0, 12), QStringList{"gap 0+12"});
}

void TestInputRuns::setAll_isOneRun() {
  InputRuns inputs = example();
  inputs.setAll(9);
  QCOMPARE(inputs.count(), Index(9));
  QCOMPARE(parts(inputs, 0, 9), QStringList{"run at 0: 0+9"});
}

void TestInputRuns::forEach_cutsRunsAndGaps() {
  const InputRuns inputs = example();
  QCOMPARE(parts(inputs, 6, 14), (QStringList{"run at 2: 6+6", "gap 12+2"}));
  QCOMPARE(parts(inputs, 13, 20), QStringList{"gap 13+7"});
  QCOMPARE(parts(inputs, 21, 22), QStringList{"run at 9: 21+1"});
  QCOMPARE(parts(inputs, 7, 7), QStringList());
}

void TestInputRuns::stride_isAnOddNumberOfLines() {
  for (Index inputs = 0; inputs < 900; ++inputs) {
    const Index stride = InputRuns::strideFor(inputs);
    QVERIFY(stride >= inputs && stride < inputs + 32);
    QCOMPARE(stride % 32, Index(16));
  }
}

QTEST_APPLESS_MAIN(TestInputRuns)
#include "tst_inputruns.moc"
