// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/refusedthreads.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/mainwindow/messagebar.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>

#include <new>

using inkling::test::WindowFixture;
using inkling::ui::MessageBar;
using Kind = MessageBar::Kind;

namespace {

QRect pages(const WindowFixture& f) {
  const auto* stack = f.find<QStackedWidget>("pages");
  return {stack->mapTo(f.window.get(), QPoint()), stack->size()};
}

}  // namespace

/// What the window says about files and failures, and that it is not in the way.
class TestMessages final : public QObject {
  Q_OBJECT
private slots:
  void error_movesNothingAndHidesNothing();
  void escape_anywhere_closesIt_data();
  void escape_anywhere_closesIt();
  void longSentence_isShownWhole();
  void note_goesByItself();
  void throwingSlot_isSaid_data();
  void throwingSlot_isSaid();
  void refusedThreads_areSaidOnEveryPage();
};

void TestMessages::error_movesNothingAndHidesNothing() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->resize(1280, 800);  // roomy: what arrives late asks for no more
  QTRY_COMPARE(f.window->size(), QSize(1280, 800));
  QCoreApplication::processEvents();
  const QRect before = pages(f);
  f.window->openPath(f.file(QStringLiteral("no-such.safetensors")));
  QTRY_VERIFY(f.message().contains(QLatin1String("no-such.safetensors")));
  QTRY_VERIFY(f.window->messages()->isVisible());
  QCoreApplication::processEvents();
  QCOMPARE(pages(f), before);
  QVERIFY(f.window->messages()->geometry().top() > pages(f).bottom());
  QTest::mouseClick(f.find<QToolButton>("messageClose"), Qt::LeftButton);
  QVERIFY(f.message().isEmpty());
}

void TestMessages::escape_anywhere_closesIt_data() {
  QTest::addColumn<QByteArray>("focus");
  for (const char* name : {"inkCanvas", "toggleButton", "learningRate", "messageClose"})
    QTest::newRow(name) << QByteArray(name);
}

void TestMessages::escape_anywhere_closesIt() {
  QFETCH(QByteArray, focus);
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->messages()->say(Kind::Error, QStringLiteral("It went wrong."));
  auto* widget = f.find<QWidget>(focus);
  QVERIFY(widget);
  widget->setFocus();
  QTest::keyClick(widget, Qt::Key_Escape);
  QVERIFY(f.message().isEmpty());
}

void TestMessages::longSentence_isShownWhole() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->resize(1024, 680);
  f.window->messages()->say(Kind::Error, QStringLiteral("A sentence that goes on. ").repeated(20));
  QCoreApplication::processEvents();
  const auto* text = f.find<QLabel>("messageText");
  QVERIFY(text->height() > 2 * text->fontMetrics().height());
  QVERIFY(text->height() >= text->heightForWidth(text->width()));
  QVERIFY(f.window->rect().contains(f.window->messages()->geometry()));
  f.window->resize(1280, 800);
  QCoreApplication::processEvents();
  QCOMPARE(f.window->messages()->geometry().bottom(), f.window->rect().bottom());
  QCOMPARE(f.window->messages()->width(), f.window->width());
}

void TestMessages::note_goesByItself() {
  WindowFixture f;
  QVERIFY(f.ready());
  f.window->messages()->say(Kind::Note, QStringLiteral("Done."));
  QCOMPARE(f.message(), QStringLiteral("Done."));
  QTRY_VERIFY_WITH_TIMEOUT(f.message().isEmpty(), 15000);
}

void TestMessages::throwingSlot_isSaid_data() {
  QTest::addColumn<bool>("clicked");
  QTest::newRow("of a button") << true;
  QTest::newRow("of a timer") << false;
}

void TestMessages::throwingSlot_isSaid() {
  QFETCH(bool, clicked);
  WindowFixture f;
  QVERIFY(f.ready());
  const auto toss = [] { throw std::bad_alloc(); };
  for (int i = 0; i < 2; ++i) {
    auto* button = new QPushButton(f.window.get());
    connect(button, &QPushButton::clicked, button, toss);
    button->show();
    if (clicked)
      QTest::mouseClick(button, Qt::LeftButton);
    else
      QTimer::singleShot(0, button, toss);
    QTRY_VERIFY(f.message().contains(QLatin1String("not enough memory")));
    delete button;
    QTest::mouseClick(f.find<QToolButton>("messageClose"), Qt::LeftButton);
    QVERIFY(f.message().isEmpty());
  }
}

void TestMessages::refusedThreads_areSaidOnEveryPage() {
  WindowFixture f;
  QVERIFY(f.ready());
  const inkling::test::RefusedThreads refused;
  for (const char* button : {"toggleButton", "stepBatchButton", "stepEpochButton"}) {
    f.click(button);
    QTRY_VERIFY(f.message().contains(QLatin1String("another thread")));
    QCOMPARE(f.state(), inkling::ui::Training::State::Idle);
    QTest::keyClick(f.window.get(), Qt::Key_Escape);
    QVERIFY(f.message().isEmpty());
  }
  for (const Qt::Key page : {Qt::Key_2, Qt::Key_3, Qt::Key_5, Qt::Key_6}) {
    QTest::keyClick(f.window.get(), page, Qt::ControlModifier);
    QTRY_VERIFY2(f.message().contains(QLatin1String("another thread")),
                 qPrintable(QString::number(page - Qt::Key_0)));
    QTest::keyClick(f.window.get(), Qt::Key_Escape);
  }
}

INKLING_TEST(TestMessages)

#include "tst_messages.moc"
