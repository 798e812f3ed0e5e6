// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testprogram.h"
#include "ui/dialogs/dialogprompter.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QMessageBox>
#include <QTest>

using inkling::ui::DialogPrompter;
using inkling::ui::Prompter;

/// The real dialogs that ask for files and answers.
class TestDialogPrompter final : public QObject {
  Q_OBJECT
private slots:
  void asked_fromADialog_belongsToIt();
  void asked_fromTheWindow_belongsToIt();
  void interruptedRun_closedUnanswered_isNotThrownAway();
};

void TestDialogPrompter::asked_fromADialog_belongsToIt() {
  QWidget window;
  window.show();
  QDialog dialog(&window);
  dialog.show();
  dialog.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&dialog));
  DialogPrompter prompter(&window);
  QString chosen = QStringLiteral("unanswered");
  prompter.chooseFile(Prompter::File::ExportFolder, QDir::tempPath(),
                      [&](const QString& path) { chosen = path; });
  auto* files = window.findChild<QFileDialog*>();
  QVERIFY(files);
  QCOMPARE(files->parentWidget(), &dialog);
  QVERIFY(QTest::qWaitForWindowActive(files));
  QTest::keyClick(files, Qt::Key_Escape);
  QCOMPARE(chosen, QString());
}

void TestDialogPrompter::asked_fromTheWindow_belongsToIt() {
  QWidget window;
  window.show();
  window.activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(&window));
  DialogPrompter prompter(&window);
  int answers = 0;
  prompter.ask(Prompter::Question::ReplaceTraining, [&](Prompter::Answer answer) {
    ++answers;
    QCOMPARE(answer, Prompter::Answer::Cancel);
  });
  auto* box = window.findChild<QMessageBox*>();
  QVERIFY(box);
  QCOMPARE(box->parentWidget(), &window);
  QTest::keyClick(box, Qt::Key_Escape);
  QTRY_COMPARE(answers, 1);
}

void TestDialogPrompter::interruptedRun_closedUnanswered_isNotThrownAway() {
  QWidget window;
  window.show();
  DialogPrompter prompter(&window);
  QList<Prompter::Answer> answers;
  const auto ask = [&] {
    prompter.ask(Prompter::Question::RecoverRun,
                 [&](Prompter::Answer answer) { answers << answer; });
    return window.findChild<QMessageBox*>();
  };
  QTest::keyClick(ask(), Qt::Key_Escape);
  QTRY_COMPARE(answers, QList{Prompter::Answer::Save});
  QTRY_VERIFY(!window.findChild<QMessageBox*>());
  auto* box = ask();
  for (auto* button : box->buttons())
    if (box->buttonRole(button) == QMessageBox::DestructiveRole) button->click();
  QTRY_COMPARE(answers, (QList{Prompter::Answer::Save, Prompter::Answer::Go}));
}

INKLING_TEST(TestDialogPrompter)

#include "tst_dialogprompter.moc"
