// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/atomicfile.h"
#include "core/io/exchange.h"
#include "core/io/modelfile.h"
#include "core/io/npy.h"
#include "core/io/onnx.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/dialogs/exportdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>

using namespace inkling;
using test::WindowFixture;
using ui::ExportDialog;
using File = ui::Prompter::File;
using State = ui::Training::State;
using inkling::test::kLong;

namespace {

ExportDialog* trainedAndExporting(WindowFixture& f, bool oneLayer = false) {
  if (!f.ready()) return nullptr;
  Recipe recipe = f.session->recipe();
  if (oneLayer) recipe.layers = {LayerSpec::dense(10)};
  f.session->setRecipe(recipe);
  f.click("toggleButton");
  if (!QTest::qWaitFor([&] { return f.state() == State::Finished; }, kLong)) return nullptr;
  f.trigger("exportAction");
  auto* dialog = f.find<ExportDialog>("exportDialog");
  return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
}

void choose(ExportDialog* dialog, const char* format) {
  auto* button = dialog->findChild<QRadioButton*>(QLatin1String(format));
  QTest::mouseClick(button, Qt::LeftButton, {}, {8, button->height() / 2});
}

void press(ExportDialog* dialog, const char* name) {
  QTest::mouseClick(dialog->findChild<QPushButton*>(QLatin1String(name)), Qt::LeftButton);
}

QString code(ExportDialog* dialog) {
  return dialog->findChild<QPlainTextEdit*>(QStringLiteral("exportCode"))->toPlainText();
}

QString said(ExportDialog* dialog) {
  return dialog->findChild<QLabel*>(QStringLiteral("exportMessage"))->text();
}

}  // namespace

class TestExchange final : public QObject {
  Q_OBJECT
private slots:
  void exported_inEveryFormatWithItsPython_data();
  void exported_inEveryFormatWithItsPython();
  void copied_pythonIsOnTheClipboard();
  void wrongEnding_isRefused();
  void itsOwnFile_isNotReplaced();
  void weightsAndBiases_goOutAndComeBack();
  void weightsOfTheSameRecipe_areImported();
  void weightsOfAnotherRecipe_areRefusedWithTheReason();
  void whatWasAssumed_isSaid();
  void weightsForOtherImages_areRefused();
};

void TestExchange::exported_inEveryFormatWithItsPython_data() {
  QTest::addColumn<QByteArray>("format");
  QTest::addColumn<QString>("name");
  QTest::addColumn<QByteArray>("begins");
  QTest::addColumn<QString>("call");
  if (canExportOnnx())
    QTest::newRow("onnx") << QByteArray("exportOnnx") << "m.onnx" << QByteArray("\x08")
                          << "readNetFromONNX";
  QTest::newRow("npz") << QByteArray("exportNpz") << "m.npz" << QByteArray("PK") << "np.load";
  QTest::newRow("safetensors") << QByteArray("exportSafetensors") << "m.safetensors" << QByteArray()
                               << "json.loads";
}

void TestExchange::exported_inEveryFormatWithItsPython() {
  QFETCH(QByteArray, format);
  QFETCH(QString, name);
  QFETCH(QByteArray, begins);
  QFETCH(QString, call);
  WindowFixture f;
  auto* dialog = trainedAndExporting(f);
  QVERIFY(dialog);
  choose(dialog, format.constData());
  QVERIFY(code(dialog).contains(call));
  f.prompter->path = f.file(name);
  press(dialog, "exportSave");
  QCOMPARE(f.prompter->files.back(), File::ExportModel);
  QTRY_VERIFY_WITH_TIMEOUT(said(dialog).startsWith(QLatin1String("Saved ")), kLong);
  QFile file(f.prompter->path);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QVERIFY(file.size() > 1000);
  QVERIFY(file.read(2).startsWith(begins));
  QVERIFY2(code(dialog).contains(f.prompter->path), qPrintable(code(dialog)));
  QVERIFY(!dialog->findChild<QRadioButton*>(QStringLiteral("exportPair"))->isEnabled());
}

void TestExchange::copied_pythonIsOnTheClipboard() {
  WindowFixture f;
  auto* dialog = trainedAndExporting(f);
  QVERIFY(dialog);
  choose(dialog, "exportNpz");
  press(dialog, "exportCopy");
  QCOMPARE(QGuiApplication::clipboard()->text(), code(dialog));
}

void TestExchange::wrongEnding_isRefused() {
  WindowFixture f;
  auto* dialog = trainedAndExporting(f);
  QVERIFY(dialog);
  choose(dialog, "exportNpz");
  f.prompter->path = f.file(QStringLiteral("m.txt"));
  press(dialog, "exportSave");
  QVERIFY2(said(dialog).contains(QLatin1String("must end in .npz")), qPrintable(said(dialog)));
  QVERIFY(!QFile::exists(f.prompter->path));
}

void TestExchange::itsOwnFile_isNotReplaced() {
  WindowFixture f;
  auto* dialog = trainedAndExporting(f);
  QVERIFY(dialog);
  const QPointer<ExportDialog> first(dialog);
  dialog->close();
  QTRY_VERIFY(!first);
  const QString own = f.file(QStringLiteral("own.safetensors"));
  f.session->document().save(own);
  QTRY_VERIFY_WITH_TIMEOUT(!f.session->document().saving(), kLong);
  f.trigger("exportAction");
  dialog = f.find<ExportDialog>("exportDialog");
  QVERIFY(dialog);
  choose(dialog, "exportSafetensors");
  f.prompter->path = own;
  press(dialog, "exportSave");
  QTRY_VERIFY_WITH_TIMEOUT(said(dialog).contains(QLatin1String("would replace")), kLong);
  QCOMPARE(loadModel(own.toStdString()).model.classNames.size(), 10U);
}

void TestExchange::weightsAndBiases_goOutAndComeBack() {
  WindowFixture f;
  auto* dialog = trainedAndExporting(f, true);
  QVERIFY(dialog);
  choose(dialog, "exportPair");
  f.prompter->path = f.file(QStringLiteral("W.npy"));
  press(dialog, "exportSave");
  QTRY_VERIFY_WITH_TIMEOUT(said(dialog).startsWith(QLatin1String("Saved ")), kLong);
  QVERIFY(QFile::exists(f.file(QStringLiteral("b.npy"))));
  dialog->reject();
  const auto before = f.session->model();
  const auto image = f.session->data()->test->image(0);
  const auto expected = predict(*before, image);
  f.prompter->answer = ui::Prompter::Answer::Go;
  f.trigger("importAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model() != before, kLong);
  QCOMPARE(f.session->model()->recipe.data.set, before->recipe.data.set);
  const auto found = predict(*f.session->model(), image);
  for (std::size_t i = 0; i < expected.size(); ++i)
    QVERIFY(std::abs(found[i] - expected[i]) < 1e-6F);
}

void TestExchange::weightsOfTheSameRecipe_areImported() {
  WindowFixture f;
  auto* dialog = trainedAndExporting(f);
  QVERIFY(dialog);
  dialog->reject();
  const auto before = f.session->model();
  f.prompter->path = f.file(QStringLiteral("weights.npz"));
  exportNpz(f.prompter->path.toStdString(), *before);
  f.prompter->answer = ui::Prompter::Answer::Go;
  Recipe published = f.session->recipe();
  published.published = {{"test_accuracy", 0, 0.9, 0}};
  f.session->setRecipe(published);
  f.trigger("importAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model() != before, kLong);
  QVERIFY(f.session->model()->recipe.published.empty());  // measured with other weights
  const auto image = f.session->data()->test->image(3);
  QCOMPARE(predict(*f.session->model(), image), predict(*before, image));
}

void TestExchange::weightsOfAnotherRecipe_areRefusedWithTheReason() {
  WindowFixture f;
  auto* dialog = trainedAndExporting(f);
  QVERIFY(dialog);
  dialog->reject();
  const auto before = f.session->model();
  f.prompter->path = f.file(QStringLiteral("weights.npz"));
  exportNpz(f.prompter->path.toStdString(), *before);
  Recipe other = f.session->recipe();
  other.layers[0].units = 8;
  f.session->setRecipe(other);
  f.trigger("importAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QLatin1String("layers.0.weight should have")),
                           kLong);
  QVERIFY2(f.message().contains(QLatin1String("must fit the recipe")), qPrintable(f.message()));
  QCOMPARE(f.session->model(), before);
  f.prompter->path = f.file(QStringLiteral("missing.npz"));
  f.trigger("importAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.message().contains(QLatin1String("missing.npz")), kLong);
  QCOMPARE(f.session->model(), before);
}

// Two layers of the same shape whose names do not tell which comes first.
void TestExchange::whatWasAssumed_isSaid() {
  WindowFixture f;
  auto* dialog = trainedAndExporting(f);
  QVERIFY(dialog);
  dialog->reject();
  const auto before = f.session->model();
  Recipe recipe = f.session->recipe();
  recipe.layers = {LayerSpec::dense(6), LayerSpec::dense(6), LayerSpec::dense(6),
                   LayerSpec::dense(10)};
  f.session->setRecipe(recipe);
  const Shape shape = f.session->data()->train->shape();
  std::vector<Tensor> tensors;
  const auto add = [&](const std::string& name, int outputs, int inputs) {
    const auto size = static_cast<std::size_t>(outputs * inputs);
    tensors.push_back({name + ".weight", {outputs, inputs}, std::vector<float>(size, 0.1F)});
    tensors.push_back(
        {name + ".bias", {outputs}, std::vector<float>(static_cast<std::size_t>(outputs), 0.1F)});
  };
  add("stem", 6, shape.size());
  add("early", 6, 6);
  add("late", 6, 6);
  add("head", 10, 6);
  f.prompter->path = f.file(QStringLiteral("weights.npz"));
  writeFileAtomically(f.prompter->path.toStdString(), encodeNpz(tensors));
  f.prompter->answer = ui::Prompter::Answer::Go;
  f.trigger("importAction");
  QTRY_VERIFY_WITH_TIMEOUT(f.session->model() != before, kLong);
  QTRY_VERIFY2_WITH_TIMEOUT(
      f.message().contains(QLatin1String("early.weight and late.weight have the same shape")),
      qPrintable(f.message()), kLong);
}

void TestExchange::weightsForOtherImages_areRefused() {
  WindowFixture f;
  auto* dialog = trainedAndExporting(f);
  QVERIFY(dialog);
  dialog->reject();
  const auto before = f.session->model();
  Model other = *before;
  other.network = Network<float>({20, 20, 1}, before->recipe.layers);
  f.prompter->path = f.file(QStringLiteral("weights.safetensors"));
  exportSafetensors(f.prompter->path.toStdString(), other);
  f.trigger("importAction");
  QTRY_VERIFY2_WITH_TIMEOUT(f.message().contains(QLatin1String("is for images of 20x20x1, not")),
                            qPrintable(f.message()), kLong);
  QCOMPARE(f.session->model(), before);
}

INKLING_TEST(TestExchange)

#include "tst_exchange.moc"
