// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/folders.h"
#include "core/sweep/sweepspec.h"
#include "core/sweep/trials.h"
#include "tests/core/support/expecterror.h"
#include "tests/core/support/files.h"
#include "tests/support/testprogram.h"

#include <set>

using namespace inkling;

namespace {

// A sweep over softmax regression, with the rest of its fields as given.
SweepSpec parsed(const QString& fields) {
  const QString text = R"({"recipe": {"name": "tiny", "layers": [{"type": "dense", "units": 16},
      {"type": "relu"}, {"type": "dense", "units": 10}]}, )" +
                       fields + "}";
  return sweepFromJson(text.toStdString(), "the sweep", resourceFolder());
}

const QString kHidden = R"({"name": "hidden", "fields": ["layers[0].units"], "values": [8, 16]})";
const QString kBatch = R"({"name": "batch", "fields": ["batch"], "values": [10, 20, 30]})";

QStringList shown(const std::vector<Trial>& trials) {
  QStringList list;
  for (const Trial& trial : trials) {
    QStringList at;
    for (const std::string& value : trial.at) at << QString::fromStdString(value);
    list << at.join(" ") + " seed " + QString::number(trial.recipe.seed);
  }
  return list;
}

}  // namespace

class TestSweepSpec final : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void grid_isTheProductOfTheAxes();
  void axisOfTwoFields_setsBoth();
  void seeds_repeatTheWholeGrid();
  void list_takesTheValuesOfEachTrial();
  void random_isAPureFunctionOfTheSeed();
  void random_overLists_repeatsNothing();
  void random_ofMoreThanThereAre_drawsAll_data();
  void random_ofMoreThanThereAre_drawsAll();
  void equalSettings_areOneTrial();
  void changesAndEarlyStopping_areInEveryTrial();
  void id_dependsOnWhatTheRunDoesOnly();
  void id_isThatOfTheOlderFormat();
  void olderFormat_namesOtherFields();
  void newerFormat_isRefusedByName();
  void sweep_comesBackFromItsOwnJson_data();
  void sweep_comesBackFromItsOwnJson();
  void badSweep_saysWhatIsWrong_data();
  void badSweep_saysWhatIsWrong();
  void badTrial_saysWhere_data();
  void badTrial_saysWhere();
  void trials_areCheckedAgainstTheirOwnImages();
  void missingEmptyOrBrokenFile_isRefused();
  void bundledSweeps_haveTheNotebooksTrials();
  void bundledSweeps_unusableOne_isLeftOutAndNamed();
  void unknownName_listsTheSweeps();
};

void TestSweepSpec::grid_isTheProductOfTheAxes() {
  const auto trials = expandTrials(parsed("\"axes\": [" + kHidden + "," + kBatch + "]"));
  QCOMPARE(shown(trials), (QStringList{"8 10 seed 1", "8 20 seed 1", "8 30 seed 1", "16 10 seed 1",
                                       "16 20 seed 1", "16 30 seed 1"}));
  QCOMPARE(trials[2].recipe.layers[0].units, 8);
  QCOMPARE(trials[2].recipe.batch, 30);
  std::set<std::string> ids;
  for (const Trial& trial : trials) ids.insert(trial.id);
  QCOMPARE(ids.size(), trials.size());
}

void TestSweepSpec::axisOfTwoFields_setsBoth() {
  const auto trials =
      expandTrials(parsed(R"("axes": [{"fields": ["batch", "epochs"], "values": [5, [7, 9]]}])"));
  QCOMPARE(shown(trials), (QStringList{"5 seed 1", "7/9 seed 1"}));
  QCOMPARE(trials[0].recipe.batch, 5);
  QCOMPARE(trials[0].recipe.epochs, 5);
  QCOMPARE(trials[1].recipe.batch, 7);
  QCOMPARE(trials[1].recipe.epochs, 9);
}

void TestSweepSpec::seeds_repeatTheWholeGrid() {
  const auto trials = expandTrials(parsed("\"axes\": [" + kHidden + "], \"seeds\": [3, 4]"));
  QCOMPARE(shown(trials), (QStringList{"8 seed 3", "16 seed 3", "8 seed 4", "16 seed 4"}));
}

void TestSweepSpec::list_takesTheValuesOfEachTrial() {
  const auto trials = expandTrials(parsed(
      R"("axes": [{"name": "h", "fields": ["layers[0].units"]}, {"name": "b", "fields": ["batch"]}],
         "trials": [{"at": {"h": 5, "b": 6}}, {"at": {"b": 8, "h": 7},
           "published": [{"quantity": "test_accuracy", "value": 0.9}]}])"));
  QCOMPARE(shown(trials), (QStringList{"5 6 seed 1", "7 8 seed 1"}));
  QVERIFY(trials[0].recipe.published.empty());
  QCOMPARE(trials[1].recipe.published.at(0).value, 0.9);
}

void TestSweepSpec::random_isAPureFunctionOfTheSeed() {
  const QString fields = R"("axes": [
      {"fields": ["optimizer.learning_rate"], "low": 0.001, "high": 10, "logarithmic": true},
      {"fields": ["layers[0].units"], "low": 4, "high": 400, "integer": true},
      {"fields": ["batch"], "values": [8, 64]}], "random": {"count": 200, "seed": %1})";
  const auto trials = expandTrials(parsed(fields.arg(1)));
  QCOMPARE(shown(trials), shown(expandTrials(parsed(fields.arg(1)))));
  QVERIFY(shown(trials) != shown(expandTrials(parsed(fields.arg(2)))));
  QCOMPARE(trials.size(), std::size_t{200});
  int low = 0;
  int small = 0;
  for (const Trial& trial : trials) {
    const double rate = trial.recipe.optimizer.learningRate;
    QVERIFY(rate >= 0.001 && rate <= 10);
    QVERIFY(trial.recipe.layers[0].units >= 4 && trial.recipe.layers[0].units <= 400);
    low += rate < 0.1;
    small += trial.recipe.batch == 8;
  }
  // Half of a logarithmic range is below its geometric mean; 6 standard deviations of 7.
  QVERIFY2(std::abs(low - 100) < 42, qPrintable(QString::number(low)));
  QVERIFY2(std::abs(small - 100) < 42, qPrintable(QString::number(small)));
}

void TestSweepSpec::random_overLists_repeatsNothing() {
  const SweepSpec spec = parsed(R"("axes": [{"fields": ["batch"], "values": [8, 16, 32, 64]},
      {"fields": ["epochs"], "values": [1, 2, 3, 4]}], "random": {"count": 15}, "seeds": [1, 2])");
  const auto trials = expandTrials(spec);
  QCOMPARE(trials.size(), std::size_t{30});
  QCOMPARE(drawsMissing(spec, trials), 0);
  std::set<std::vector<std::string>> settings;
  for (const Trial& trial : trials) settings.insert(trial.at);
  QCOMPARE(settings.size(), std::size_t{15});
}

void TestSweepSpec::random_ofMoreThanThereAre_drawsAll_data() {
  QTest::addColumn<QString>("axis");
  QTest::addColumn<int>("there");
  QTest::newRow("list") << R"("values": [8, 16, 32])" << 3;
  QTest::newRow("list with a value twice") << R"("values": [8, 16, 8])" << 2;
  QTest::newRow("whole numbers") << R"("low": 5, "high": 8, "integer": true)" << 4;
  QTest::newRow("one rounded number") << R"("low": 7.9, "high": 8.1, "integer": true)" << 1;
}

void TestSweepSpec::random_ofMoreThanThereAre_drawsAll() {
  QFETCH(QString, axis);
  QFETCH(int, there);
  const SweepSpec spec = parsed(R"("axes": [{"fields": ["batch"], )" + axis +
                                R"(}], "random": {"count": 20}, "seeds": [1, 2])");
  const auto trials = expandTrials(spec);
  QCOMPARE(static_cast<int>(trials.size()), 2 * there);
  QCOMPARE(drawsMissing(spec, trials), 20 - there);
  QCOMPARE(drawsMissing(parsed("\"axes\": [" + kBatch + "]"), trials), 0);
}

void TestSweepSpec::equalSettings_areOneTrial() {
  const auto trials =
      expandTrials(parsed(R"("axes": [{"fields": ["batch"], "values": [8, 8, 9]}])"));
  QCOMPARE(shown(trials), (QStringList{"8 seed 1", "9 seed 1"}));
}

void TestSweepSpec::changesAndEarlyStopping_areInEveryTrial() {
  const auto trials = expandTrials(
      parsed("\"axes\": [" + kHidden + R"(], "set": {"epochs": 3}, "early_stopping": 2)"));
  for (const Trial& trial : trials) {
    QCOMPARE(trial.recipe.epochs, 3);
    QCOMPARE(trial.recipe.earlyStopping, 2);
  }
}

void TestSweepSpec::id_dependsOnWhatTheRunDoesOnly() {
  Recipe recipe = parsed("\"axes\": [" + kHidden + "]").base;
  const std::string id = trialId(recipe);
  QCOMPARE(id.size(), std::size_t{16});
  recipe.title["en"] = "Another title";
  recipe.published = {{"test_accuracy", 0, 0.9, 0}};
  QCOMPARE(trialId(recipe), id);
  recipe.seed = 2;
  QVERIFY(trialId(recipe) != id);
}

// The last N are what the older format held out: its trials keep their results. What is drawn is
// another trial.
void TestSweepSpec::id_isThatOfTheOlderFormat() {
  Recipe recipe;
  recipe.layers = {LayerSpec::dense(10)};
  recipe.data.validation = HeldOut::last(5000);
  QCOMPARE(QString::fromStdString(trialId(recipe)), QString("711f249b8a1e16fc"));
  std::set<std::string> ids;
  for (const HeldOut& held : {HeldOut{}, HeldOut::last(5000), HeldOut::drawn(5000),
                              HeldOut::part(0.5), HeldOut::last(0), HeldOut::drawn(0)})
    for (const TrainLimit& limit : {TrainLimit{}, TrainLimit::first(9), TrainLimit::drawn(9)}) {
      recipe.data.validation = held;
      recipe.data.trainLimit = limit;
      ids.insert(trialId(recipe));
    }
  QCOMPARE(ids.size(), std::size_t{18});
}

void TestSweepSpec::olderFormat_namesOtherFields() {
  const QString fields = R"("set": {"data.validation_count": 7},
      "axes": [{"fields": ["data.train_limit"], "values": [20, 0]}])";
  const SweepSpec spec = parsed(fields);
  QCOMPARE(QString::fromStdString(spec.axes[0].name), QString("data.train_limit"));
  const auto trials = expandTrials(spec);
  QVERIFY(trials.at(0).recipe.data.trainLimit == TrainLimit::first(20));
  QVERIFY(trials.at(0).recipe.data.validation == HeldOut::last(7));
  QCOMPARE(countOf(trials.at(1).recipe.data.trainLimit, 600), 600);
  EXPECT_ERROR(expandTrials(parsed("\"format\": 2, " + fields)), "data.validation_count is 7");
}

void TestSweepSpec::newerFormat_isRefusedByName() {
  EXPECT_ERROR(
      parsed("\"format\": 3"),
      "the sweep was written by a newer Inkling: sweep format 3, this program reads up to 2");
  EXPECT_ERROR(parsed("\"format\": 0"), "format is 0, allowed is a whole number, 1 … 2");
}

void TestSweepSpec::sweep_comesBackFromItsOwnJson_data() {
  QTest::addColumn<QString>("fields");
  QTest::newRow("grid") << "\"axes\": [" + kHidden + "," + kBatch + "], \"seeds\": [1, 2]";
  QTest::newRow("coupled") << R"("axes": [{"fields": ["batch", "epochs"], "values": [[7, 9]]}])";
  QTest::newRow("texts") << R"("title": {"en": "T"}, "lesson": {"en": "L"}, "name": "n",
      "set": {"optimizer.kind": "adam", "epochs": 3}, "early_stopping": 0, "axes": [)" +
                                kHidden + "]";
  QTest::newRow("random") << R"("axes": [{"fields": ["optimizer.learning_rate"], "low": 0.1,
      "high": 1, "logarithmic": true}], "random": {"count": 5, "seed": 9})";
  QTest::newRow("list") << R"("axes": [{"name": "b", "fields": ["batch"]}], "test": "all",
      "trials": [{"at": {"b": 5}, "published": [{"quantity": "test_loss", "value": 0.5}]}])";
}

void TestSweepSpec::sweep_comesBackFromItsOwnJson() {
  QFETCH(QString, fields);
  const SweepSpec spec = parsed(fields);
  const SweepSpec again = sweepFromJson(toJson(spec), "again", {});
  QVERIFY(again == spec);
  QCOMPARE(shown(expandTrials(again)), shown(expandTrials(spec)));
}

void TestSweepSpec::badSweep_saysWhatIsWrong_data() {
  QTest::addColumn<QString>("fields");
  QTest::addColumn<QStringList>("parts");
  QTest::newRow("unknown field") << R"("axis": [])" << QStringList{"the sweep", "no field axis"};
  QTest::newRow("no axis fields") << R"("axes": [{"name": "x"}])" << QStringList{"axes[0]"};
  QTest::newRow("axes a number") << R"("axes": 3)" << QStringList{"axes is 3", "a list"};
  QTest::newRow("empty axes") << R"("axes": [])" << QStringList{"axes"};
  QTest::newRow("value an object") << R"("axes": [{"fields": ["batch"], "values": [{}]}])"
                                   << QStringList{"axes[0].values[0]", "a number"};
  QTest::newRow("values for another number of fields")
      << R"("axes": [{"fields": ["batch"], "values": [[1, 2]]}])" << QStringList{"axes[0]"};
  QTest::newRow("unknown in axis")
      << R"("axes": [{"fields": ["batch"], "valeus": [1]}])" << QStringList{"axes[0].valeus"};
  QTest::newRow("random count") << R"("random": {"count": 0})"
                                << QStringList{"random.count is 0", "1 … 10000"};
  QTest::newRow("seed") << R"("seeds": [-1])" << QStringList{"seeds[0] is -1"};
  QTest::newRow("test") << R"("test": "some")" << QStringList{"test", "best or all"};
  QTest::newRow("early stopping") << R"("early_stopping": -3)" << QStringList{"early_stopping"};
  QTest::newRow("published")
      << R"("trials": [{"at": {}, "published": [{"quantity": "speed", "value": 1}]}])"
      << QStringList{"quantity", "speed"};
  QTest::newRow("recipe") << R"("seeds": [1], "recipe": 5)" << QStringList{"twice"};
}

void TestSweepSpec::badSweep_saysWhatIsWrong() {
  QFETCH(QString, fields);
  QFETCH(QStringList, parts);
  const QString sentence = test::errorOf([&] { parsed(fields); });
  QVERIFY(!sentence.isEmpty());
  QCOMPARE(test::missingIn(sentence, parts), QString());
}

void TestSweepSpec::badTrial_saysWhere_data() {
  QTest::addColumn<QString>("fields");
  QTest::addColumn<QStringList>("parts");
  QTest::newRow("no axes") << R"("seeds": [1])" << QStringList{"varies nothing"};
  QTest::newRow("axis without values")
      << R"("axes": [{"fields": ["batch"]}])" << QStringList{"batch has no values"};
  QTest::newRow("unknown path") << R"("axes": [{"fields": ["batches"], "values": [1]}])"
                                << QStringList{"batches"};
  QTest::newRow("value out of range") << R"("axes": [{"fields": ["batch"], "values": [0]}])"
                                      << QStringList{"batch", "0", "1 … 65536"};
  QTest::newRow("shapes do not fit")
      << R"("axes": [{"fields": ["layers[2].units"], "values": [10, 9]}])"
      << QStringList{"at 9", "layers[2]", "10 outputs"};
  QTest::newRow("no range") << R"("axes": [{"fields": ["batch"]}], "random": {"count": 2})"
                            << QStringList{"neither values nor a range"};
  QTest::newRow("list without a value")
      << R"("axes": [{"fields": ["batch"]}], "trials": [{"at": {}}])"
      << QStringList{"no value for batch"};
  QTest::newRow("list with another axis")
      << R"("axes": [{"fields": ["batch"]}], "trials": [{"at": {"batch": 1, "x": 2}}])"
      << QStringList{"not an axis"};
  const QString hundred = [] {
    QStringList values;
    for (int i = 1; i <= 101; ++i) values << QString::number(i);
    return values.join(",");
  }();
  QTest::newRow("too many") << R"("axes": [{"fields": ["batch"], "values": [)" + hundred +
                                   R"(]}, {"fields": ["epochs"], "values": [)" + hundred + "]}]"
                            << QStringList{"more than 10,000"};
}

void TestSweepSpec::badTrial_saysWhere() {
  QFETCH(QString, fields);
  QFETCH(QStringList, parts);
  const SweepSpec spec = parsed(fields);
  const QString sentence = test::errorOf([&] { expandTrials(spec); });
  QVERIFY(!sentence.isEmpty());
  QCOMPARE(test::missingIn(sentence, parts), QString());
}

void TestSweepSpec::trials_areCheckedAgainstTheirOwnImages() {
  // Images of 4×4 pixels and three classes, which a kernel of 5 does not fit.
  const test::Folder folder;
  for (const QString part : {"train", "t10k"}) {
    folder.write(part + "-images-idx3-ubyte", test::idxBytes({2, 4, 4}, QByteArray(32, '\1')));
    folder.write(part + "-labels-idx1-ubyte", test::idxBytes({2}, QByteArray(2, '\1')));
  }
  folder.write("classes.txt", "a\nb\nc\n");
  SweepSpec spec = parsed("\"axes\": [" + kHidden + "]");
  QVERIFY(expandTrials(spec, resourceFolder())[0].input == (Shape{28, 28, 1}));
  spec.base.data.set = folder.path(".").string();
  QCOMPARE(expandTrials(spec, resourceFolder())[0].recipe.layers.back().units, 3);
  spec.base.layers = {LayerSpec::conv2d(8, 3), LayerSpec::dense(3)};
  const auto trials = expandTrials(spec, resourceFolder());
  QCOMPARE(trials.size(), std::size_t{2});
  QVERIFY(trials[0].input == (Shape{4, 4, 1}));
  spec.base.layers[0].kernel = 5;
  EXPECT_ERROR(expandTrials(spec, resourceFolder()), "4×4×1");
}

void TestSweepSpec::missingEmptyOrBrokenFile_isRefused() {
  const test::Folder folder;
  EXPECT_ERROR(loadSweep(folder.path("none.json"), {}), "none.json");
  EXPECT_ERROR(loadSweep(folder.write("empty.json", ""), {}), "empty.json", "JSON");
  EXPECT_ERROR(loadSweep(folder.write("cut.json", "{\"recipe\": "), {}), "cut.json", "JSON");
  EXPECT_ERROR(loadSweep(folder.write("list.json", "[]"), {}), "list.json", "an object");
  EXPECT_ERROR(loadSweep(folder.write("bare.json", "{}"), {}), "bare.json", "recipe is missing");
}

void TestSweepSpec::bundledSweeps_haveTheNotebooksTrials() {
  std::vector<std::string> problems;
  const auto sweeps = bundledSweeps(resourceFolder(), problems);
  QVERIFY(problems.empty());
  QVERIFY(sweeps.size() >= 2);
  for (const SweepSpec& spec : sweeps) {
    QVERIFY(spec.title.contains("en") && spec.title.contains("zh_CN"));
    QVERIFY(spec.lesson.contains("en") && spec.lesson.contains("zh_CN"));
    QVERIFY(!expandTrials(spec).empty());
  }
  const auto eight = expandTrials(findSweep("notebook-001", resourceFolder()));
  QCOMPARE(eight.size(), std::size_t{8});
  QCOMPARE(eight[7].recipe.layers[0].units, 1024);
  QCOMPARE(eight[7].recipe.optimizer.learningRate, 0.1);
  QCOMPARE(eight[7].recipe.batch, 16);
  QCOMPARE(eight[7].recipe.epochs, 20);
  QVERIFY(eight[7].recipe.data.validation == HeldOut::last(0));
  QCOMPARE(eight[7].recipe.published.at(0).value, 0.965);
  const auto grid = expandTrials(findSweep("notebook-002", resourceFolder()));
  QCOMPARE(grid.size(), std::size_t{16});
  QCOMPARE(grid[12].recipe.layers[0].units, 256);
  QCOMPARE(grid[12].recipe.layers[2].units, 256);
  QCOMPARE(grid[12].recipe.batch, 8);
  QCOMPARE(grid[12].recipe.epochs, 10);
  QVERIFY(grid[12].recipe.data.validation == HeldOut::last(10000));
}

void TestSweepSpec::bundledSweeps_unusableOne_isLeftOutAndNamed() {
  const test::Folder folder;
  for (const char* name : {"recipes", "sweeps"})
    std::filesystem::create_directory(folder.path(name));
  folder.write("recipes/cut.json", R"({"layers": [)");
  folder.write("sweeps/a.json", R"({"name": "a", "recipe": "cut"})");
  folder.write("sweeps/b.json", R"({"name": "b", "recipe": {"epochs": 3}})");
  std::vector<std::string> problems;
  const auto sweeps = bundledSweeps(folder.path(""), problems);
  QCOMPARE(sweeps.size(), std::size_t{1});
  QCOMPARE(sweeps[0].name, std::string("b"));
  QCOMPARE(problems.size(), std::size_t{1});
  QVERIFY2(problems[0].find("cut.json") != std::string::npos, problems[0].c_str());
}

void TestSweepSpec::unknownName_listsTheSweeps() {
  EXPECT_ERROR(findSweep("nosuch", resourceFolder()), "nosuch", "notebook-001", "notebook-002");
}

INKLING_TEST(TestSweepSpec)
#include "tst_sweepspec.moc"
