// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/tensor/inputruns.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace inkling;

/// Which inputs a batch uses.
class TestInputRuns final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void find_takesWhatAnyImageUses();
  void find_withBlankImages_isEmpty();
  void setAll_isOneRun();
  void partOfTheInputs_cutsRunsAndGaps();
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

/// Of [begin, end): the inputs in runs, then the gaps.
QString parts(const InputRuns& inputs, Index begin, Index end) {
  QStringList list;
  for (Index i = inputs.before(begin); i < inputs.before(end); ++i)
    list << QString::number(inputs.inputs()[static_cast<std::size_t>(i)]);
  inputs.forEachGap(begin, end, [&](Index first, Index count) {
    list << QStringLiteral("gap:%1+%2").arg(first).arg(count);
  });
  return list.join(u' ');
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
  QCOMPARE(inputs.count(), Index(10));
  QCOMPARE(inputs.runs().size(), std::size_t(2));
  QCOMPARE(inputs.runs()[1].begin, Index(20));
  QCOMPARE(inputs.runs()[1].count, Index(2));
  QCOMPARE(inputs.runs()[1].at, Index(8));
  QCOMPARE(parts(inputs, 0, 22), "4 5 6 7 8 9 10 11 20 21 gap:0+4 gap:12+8");
}

void TestInputRuns::find_withBlankImages_isEmpty() {
  const InputRuns inputs = found({Image(12), Image(12)});
  QCOMPARE(inputs.count(), Index(0));
  QCOMPARE(parts(inputs, 0, 12), "gap:0+12");
}

void TestInputRuns::setAll_isOneRun() {
  InputRuns inputs = example();
  inputs.setAll(9);
  QCOMPARE(inputs.count(), Index(9));
  QCOMPARE(inputs.runs().size(), std::size_t(1));
  QCOMPARE(parts(inputs, 0, 9), "0 1 2 3 4 5 6 7 8");
}

void TestInputRuns::partOfTheInputs_cutsRunsAndGaps() {
  const InputRuns inputs = example();
  QCOMPARE(parts(inputs, 6, 14), "6 7 8 9 10 11 gap:12+2");
  QCOMPARE(parts(inputs, 13, 20), "gap:13+7");
  QCOMPARE(parts(inputs, 21, 22), "21");
  QCOMPARE(parts(inputs, 7, 7), "");
}

void TestInputRuns::stride_isAnOddNumberOfLines() {
  for (Index inputs = 0; inputs < 900; ++inputs) {
    const Index stride = InputRuns::strideFor(inputs);
    QVERIFY(stride >= inputs + InputRuns::kVector - 1 && stride < inputs + InputRuns::kVector + 31);
    QCOMPARE(stride % 32, Index(16));
  }
}

INKLING_TEST(TestInputRuns)
#include "tst_inputruns.moc"
