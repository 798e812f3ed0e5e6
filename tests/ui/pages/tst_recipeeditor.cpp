// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/recipe/recipejson.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/pages/learn/numberbox.h"
#include "ui/pages/learn/recipe/recipechanges.h"
#include "ui/pages/learn/recipe/recipeeditor.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

using namespace inkling;
using test::WindowFixture;
using ui::RecipeEditor;

namespace {

RecipeEditor* openEditor(WindowFixture& f) {
  if (!f.ready()) return nullptr;
  f.click("editRecipe");
  auto* editor = f.find<RecipeEditor>("recipeEditor");
  return editor && QTest::qWaitForWindowExposed(editor) ? editor : nullptr;
}

template <typename Widget>
Widget* in(RecipeEditor* editor, const char* name) {
  return editor->findChild<Widget*>(QLatin1String(name));
}

QString cell(RecipeEditor* editor, int row, int column) {
  return in<QTreeWidget>(editor, "editedLayers")->topLevelItem(row)->text(column);
}

int rows(RecipeEditor* editor) {
  return in<QTreeWidget>(editor, "editedLayers")->topLevelItemCount();
}

void press(RecipeEditor* editor, const char* name) {
  QTest::mouseClick(in<QToolButton>(editor, name), Qt::LeftButton);
}

void choose(RecipeEditor* editor, int row) {
  auto* list = in<QTreeWidget>(editor, "editedLayers");
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                    list->visualItemRect(list->topLevelItem(row)).center());
}

void add(RecipeEditor* editor, LayerKind kind) {
  in<QMenu>(editor, "addLayerMenu")->actions().at(static_cast<int>(kind))->trigger();
}

bool canBeUsed(RecipeEditor* editor) { return in<QPushButton>(editor, "useRecipe")->isEnabled(); }

}  // namespace

class TestRecipeEditor final : public QObject {
  Q_OBJECT
private slots:
  void layers_areAddedRemovedAndReordered();
  void edited_shapesAndCountsFollow();
  void layerThatDoesNotFit_isRefusedBesideIt();
  void otherField_isEditedOrRefused();
  void everyField_isExplained();
  void left_withChanges_asksFirst();
  void newDuplicateSaveOpen();
  void ownName_takesTheTitleAndTheLessonAway();
  void change_takesThePublishedFiguresAway();
  void openedRecipe_keepsTheDataInUse();
  void noName_isRefused();
  void panel_tellsTheChangesAndTakesThemBack();
  void changes_nameWhatWasDoneToTheLayers();
};

void TestRecipeEditor::layers_areAddedRemovedAndReordered() {
  WindowFixture f;
  auto* editor = openEditor(f);
  QVERIFY(editor);
  QCOMPARE(rows(editor), 3);  // dense 16, ReLU, dense 10
  choose(editor, 1);
  add(editor, LayerKind::Dropout);
  QCOMPARE(rows(editor), 4);
  QVERIFY(cell(editor, 2, 1).startsWith(QLatin1String("Dropout")));
  press(editor, "layerUp");
  QVERIFY(cell(editor, 1, 1).startsWith(QLatin1String("Dropout")));
  press(editor, "layerDown");
  QVERIFY(cell(editor, 2, 1).startsWith(QLatin1String("Dropout")));
  QVERIFY(in<QLabel>(editor, "editedChanges")->text().contains(QLatin1String("+ Dropout 0.5")));
  choose(editor, 1);
  press(editor, "removeLayer");
  QCOMPARE(rows(editor), 3);
  QTest::mouseClick(in<QPushButton>(editor, "useRecipe"), Qt::LeftButton);
  const auto& layers = f.session->recipe().layers;
  QCOMPARE(layers.size(), std::size_t{3});
  QVERIFY(layers[1].kind == LayerKind::Dropout);
}

void TestRecipeEditor::edited_shapesAndCountsFollow() {
  WindowFixture f;
  auto* editor = openEditor(f);
  QVERIFY(editor);
  const int inputs = f.session->data()->train->height * f.session->data()->train->width;
  QCOMPARE(cell(editor, 0, 3), QLocale().toString(inputs * 16 + 16));
  auto* units = in<QSpinBox>(editor, "layerUnits");
  units->selectAll();
  QTest::keyClicks(units, QStringLiteral("24"));
  QCOMPARE(cell(editor, 0, 2), QStringLiteral("24"));
  QCOMPARE(cell(editor, 0, 3), QLocale().toString(inputs * 24 + 24));
  QCOMPARE(cell(editor, 2, 3), QStringLiteral("250"));
  const QString all = QLocale().toString(inputs * 24 + 24 + 250);
  QVERIFY2(in<QLabel>(editor, "editedSummary")->text().contains(all), qPrintable(all));
  QTest::mouseClick(in<QPushButton>(editor, "useRecipe"), Qt::LeftButton);
  QCOMPARE(f.session->recipe().layers[0].units, 24);
}

void TestRecipeEditor::layerThatDoesNotFit_isRefusedBesideIt() {
  WindowFixture f;
  auto* editor = openEditor(f);
  QVERIFY(editor);
  add(editor, LayerKind::Conv2d);  // after the first dense layer: nothing left to slide over
  QVERIFY2(cell(editor, 1, 4).contains(QLatin1String("kernel of 3 does not fit")),
           qPrintable(cell(editor, 1, 4)));
  for (const int row : {1, 2, 3}) QCOMPARE(cell(editor, row, 2), QStringLiteral("?"));
  QCOMPARE(cell(editor, 1, 3), QString());
  QVERIFY(!canBeUsed(editor));
  QVERIFY(!in<QToolButton>(editor, "recipeSave")->isEnabled());
  press(editor, "layerUp");
  QCOMPARE(cell(editor, 0, 4), QString());
  QVERIFY(canBeUsed(editor));
  choose(editor, 3);
  auto* units = in<QSpinBox>(editor, "layerUnits");
  units->selectAll();
  QTest::keyClicks(units, QStringLiteral("7"));
  QVERIFY2(cell(editor, 3, 4).contains(QLatin1String("7 outputs; it needs 10")),
           qPrintable(cell(editor, 3, 4)));
  QVERIFY(!canBeUsed(editor));
  const Recipe before = f.session->recipe();
  editor->reject();
  QCOMPARE(f.session->recipe(), before);
}

void TestRecipeEditor::otherField_isEditedOrRefused() {
  WindowFixture f;
  auto* editor = openEditor(f);
  QVERIFY(editor);
  auto* fields = in<QTableWidget>(editor, "recipeFields");
  const auto found = fields->findItems(QStringLiteral("optimizer.momentum"), Qt::MatchExactly);
  QCOMPARE(found.size(), 1);
  QTableWidgetItem* value = fields->item(found[0]->row(), 1);
  value->setText(QStringLiteral("lots"));
  QVERIFY(in<QLabel>(editor, "editorMessage")->text().contains(QLatin1String("lots")));
  QVERIFY(in<QLabel>(editor, "editorMessage")->text().endsWith(QLatin1String("Kept: 0.9.")));
  QCOMPARE(value->text(), QStringLiteral("0.9"));
  value->setText(QStringLiteral("0.5"));
  QVERIFY(
      in<QLabel>(editor, "editedChanges")->text().contains(QStringLiteral("momentum 0.9 → 0.5")));
  QTest::mouseClick(in<QPushButton>(editor, "useRecipe"), Qt::LeftButton);
  QCOMPARE(f.session->recipe().optimizer.momentum, 0.5);
}

void TestRecipeEditor::left_withChanges_asksFirst() {
  using Prompter = inkling::ui::Prompter;
  WindowFixture f;
  QPointer<RecipeEditor> editor = openEditor(f);
  QVERIFY(editor);
  QTest::keyClick(editor.data(), Qt::Key_Escape);
  QTRY_VERIFY(!editor);  // nothing was changed
  QVERIFY(f.prompter->asked.isEmpty());

  editor = openEditor(f);
  QVERIFY(editor);
  add(editor, LayerKind::Dense);
  QTest::keyClick(editor.data(), Qt::Key_Escape);
  QCOMPARE(f.prompter->asked, {Prompter::Question::DiscardRecipe});
  QVERIFY(editor && editor->isVisible());  // cancelled
  QVERIFY(rows(editor) > 1);
  f.prompter->answer = Prompter::Answer::Go;
  editor->close();
  QTRY_VERIFY(!editor);
}

void TestRecipeEditor::newDuplicateSaveOpen() {
  WindowFixture f;
  auto* editor = openEditor(f);
  QVERIFY(editor);
  press(editor, "recipeDuplicate");
  QCOMPARE(in<QLineEdit>(editor, "recipeName")->text(), QStringLiteral("small-copy"));
  press(editor, "recipeNew");
  QCOMPARE(rows(editor), 1);
  QVERIFY(canBeUsed(editor));
  for (const char* button : {"removeLayer", "layerUp", "layerDown"})
    QVERIFY2(!in<QToolButton>(editor, button)->isEnabled(), button);
  add(editor, LayerKind::Dense);
  press(editor, "layerUp");
  f.prompter->path = f.file(QStringLiteral("mine.inkling.json"));
  press(editor, "recipeSave");
  QVERIFY2(f.prompter->suggested.endsWith(QLatin1String("/untitled.inkling.json")),
           qPrintable(f.prompter->suggested));
  QCOMPARE(loadRecipe(f.prompter->path.toStdString()).layers.size(), std::size_t{2});
  press(editor, "recipeNew");
  QCOMPARE(rows(editor), 1);
  press(editor, "recipeOpen");
  QCOMPARE(rows(editor), 2);
  QCOMPARE(in<QLineEdit>(editor, "recipeName")->text(), QStringLiteral("mine"));
  QTest::mouseClick(in<QPushButton>(editor, "useRecipe"), Qt::LeftButton);
  QCOMPARE(f.session->recipe().name, std::string("mine"));
  QCOMPARE(f.find<QComboBox>("recipeChooser")->currentText(), QStringLiteral("mine"));
}

void TestRecipeEditor::everyField_isExplained() {
  WindowFixture f;
  auto* editor = openEditor(f);
  QVERIFY(editor);
  auto* fields = in<QTableWidget>(editor, "recipeFields");
  QVERIFY(fields->rowCount() > 30);
  for (int row = 0; row < fields->rowCount(); ++row)
    QVERIFY2(!fields->item(row, 2)->text().isEmpty(), qPrintable(fields->item(row, 0)->text()));
}

void TestRecipeEditor::ownName_takesTheTitleAndTheLessonAway() {
  WindowFixture f;
  auto* editor = openEditor(f);
  QVERIFY(editor);
  choose(editor, 1);
  press(editor, "removeLayer");
  QTest::mouseClick(in<QPushButton>(editor, "useRecipe"), Qt::LeftButton);
  QCOMPARE(f.session->recipe().title.count("en"), std::size_t{1});  // "Small", changed
  QTRY_VERIFY(!f.find<RecipeEditor>("recipeEditor"));
  editor = openEditor(f);
  QVERIFY(editor);
  auto* name = in<QLineEdit>(editor, "recipeName");
  name->selectAll();
  QTest::keyClicks(name, QStringLiteral("mine"));
  QTest::mouseClick(in<QPushButton>(editor, "useRecipe"), Qt::LeftButton);
  QVERIFY(f.session->recipe().title.empty());
  QVERIFY(f.session->recipe().lesson.empty());
  QCOMPARE(f.find<QComboBox>("recipeChooser")->currentText(), QStringLiteral("mine"));
}

void TestRecipeEditor::change_takesThePublishedFiguresAway() {
  WindowFixture f;
  QVERIFY(f.ready());
  Recipe recipe = f.session->recipe();
  recipe.published = {{"test_accuracy", 0, 0.9, 0}};
  f.session->setRecipe(recipe);
  for (const bool change : {false, true}) {
    auto* editor = openEditor(f);
    QVERIFY(editor);
    if (change) press(editor, "layerDown");
    QTest::mouseClick(in<QPushButton>(editor, "useRecipe"), Qt::LeftButton);
    QCOMPARE(f.session->recipe().published.empty(), change);
    QTRY_VERIFY(!f.find<RecipeEditor>("recipeEditor"));
  }
}

void TestRecipeEditor::openedRecipe_keepsTheDataInUse() {
  WindowFixture f;
  auto* editor = openEditor(f);
  QVERIFY(editor);
  Recipe other = f.session->recipe();
  const std::string set = other.data.set;
  other.data.set = "mnist";
  other.batch = 33;
  f.prompter->path = f.file(QStringLiteral("other.json"));
  QFile file(f.prompter->path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  file.write(QByteArray::fromStdString(toJson(other)));
  file.close();
  press(editor, "recipeOpen");
  QTest::mouseClick(in<QPushButton>(editor, "useRecipe"), Qt::LeftButton);
  QCOMPARE(f.session->recipe().batch, 33);
  QCOMPARE(f.session->recipe().data.set, set);
}

void TestRecipeEditor::noName_isRefused() {
  WindowFixture f;
  auto* editor = openEditor(f);
  QVERIFY(editor);
  in<QLineEdit>(editor, "recipeName")->selectAll();
  QTest::keyClick(in<QLineEdit>(editor, "recipeName"), Qt::Key_Delete);
  QVERIFY(!canBeUsed(editor));
  QVERIFY2(in<QLabel>(editor, "editorMessage")->text().contains(QLatin1String("a name")),
           qPrintable(in<QLabel>(editor, "editorMessage")->text()));
}

void TestRecipeEditor::panel_tellsTheChangesAndTakesThemBack() {
  WindowFixture f;
  QVERIFY(f.ready());
  const Recipe before = f.session->recipe();
  QVERIFY(!f.find<QLabel>("recipeChanges")->isVisible());
  auto* rate = f.find<ui::NumberBox>("learningRate");
  const QPoint place = rate->mapTo(f.window.get(), QPoint());
  rate->selectAll();
  QTest::keyClicks(rate, QStringLiteral("0.05"));
  QTest::keyClick(rate, Qt::Key_Return);
  QCOMPARE(f.text("recipeChanges"), QStringLiteral("learning rate 0.02 → 0.05"));
  QVERIFY(f.find<QLabel>("recipeChanges")->isVisible());
  QCoreApplication::sendPostedEvents();  // lays it out
  QCOMPARE(rate->mapTo(f.window.get(), QPoint()), place);
  f.click("resetRecipe");
  QCOMPARE(f.session->recipe(), before);
  QVERIFY(!f.find<QLabel>("recipeChanges")->isVisible());
}

void TestRecipeEditor::changes_nameWhatWasDoneToTheLayers() {
  Recipe from;
  from.layers = {LayerSpec::dense(128), LayerSpec::of(LayerKind::ReLU), LayerSpec::dense(10)};
  Recipe to = from;
  QCOMPARE(ui::recipeChanges(from, to), QStringList());
  to.layers.insert(to.layers.begin() + 2, LayerSpec::dropout(0.5));
  to.layers[0].units = 64;
  to.optimizer.learningRate = 0.05;
  QCOMPARE(ui::recipeChanges(from, to),
           (QStringList{"layer 1: Dense 128 → Dense 64", "+ Dropout 0.5 (layer 3)",
                        "learning rate 0.1 → 0.05"}));
  to = from;
  to.layers.erase(to.layers.begin() + 1);
  QCOMPARE(ui::recipeChanges(from, to), QStringList{"− ReLU (layer 2)"});
}

INKLING_TEST(TestRecipeEditor)

#include "tst_recipeeditor.moc"
