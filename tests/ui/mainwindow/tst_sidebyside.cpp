// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/personalset.h"
#include "core/io/runstore.h"
#include "tests/support/testprogram.h"
#include "tests/ui/support/pen.h"
#include "tests/ui/support/windowfixture.h"
#include "ui/session/rememberedpaths.h"
#include "ui/widgets/canvas/canvaspanel.h"
#include "ui/widgets/canvas/inkcanvas.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>

#include <algorithm>

using inkling::test::kLong;
using inkling::test::WindowFixture;
using inkling::ui::PreferenceValues;
using inkling::ui::Theme;
using State = inkling::ui::Training::State;

namespace {

/// Two windows with a session each, of one user.
struct Pair {
  WindowFixture one;
  WindowFixture other{{.home = one.file(QString()).chopped(1)}};

  bool ready() { return one.ready() && other.ready(); }
  inkling::RunStore runs() const {
    return inkling::RunStore(one.file(QStringLiteral("user/inkling/runs")).toStdString());
  }
};

bool keepDigit(const WindowFixture& f, int label) {
  if (!QTest::qWaitFor([&f] { return f.session->modelIsBundled(); }, kLong)) return false;
  auto* canvas = f.find<inkling::ui::CanvasPanel>("canvasPanel")->canvas();
  canvas->clear();
  inkling::test::drawWithMouse(*canvas,
                               inkling::test::writtenDigit(label, {0.2, 0.15, 0.6, 0.7}, 1));
  const_cast<WindowFixture&>(f).click(qPrintable(QStringLiteral("thatWas%1").arg(label)));
  return true;
}

}  // namespace

/// Windows of one user at a time leave each other's things alone.
class TestSideBySide final : public QObject {
  Q_OBJECT
private slots:
  void cleanup() { inkling::ui::Preferences().restoreDefaults(); }
  void runsOfBoth_areKept();
  void digitsOfBoth_areKept();
  void modelsOfBoth_areRecent();
  void preferencesOfBoth_areKept();
};

void TestSideBySide::runsOfBoth_areKept() {
  Pair f;
  QVERIFY(f.ready());
  f.one.click("toggleButton");
  f.other.click("toggleButton");
  QTRY_COMPARE_WITH_TIMEOUT(f.one.state(), State::Finished, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.other.state(), State::Finished, kLong);
  QTRY_COMPARE_WITH_TIMEOUT(f.runs().list().size(), std::size_t{2}, kLong);
  std::vector<std::string> problems;
  for (const auto& run : f.runs().list(&problems)) QVERIFY(run.hasModel);
  QVERIFY(problems.empty());
}

void TestSideBySide::digitsOfBoth_areKept() {
  Pair f;
  QVERIFY(f.ready());
  QVERIFY(keepDigit(f.one, 7) && keepDigit(f.other, 1) && keepDigit(f.one, 3));
  inkling::PersonalSet kept(
      f.one.file(QStringLiteral("user/inkling/my-digits.jsonl")).toStdString());
  kept.load();
  std::vector<int> labels;
  for (const auto& digit : kept.digits()) labels.push_back(digit.label);
  QCOMPARE(labels, (std::vector<int>{7, 1, 3}));
}

void TestSideBySide::modelsOfBoth_areRecent() {
  Pair f;
  QVERIFY(f.ready());
  QStringList expected;
  for (WindowFixture* window : {&f.one, &f.other, &f.one}) {
    expected.prepend(f.one.file(QStringLiteral("%1.safetensors").arg(expected.size())));
    QTRY_VERIFY_WITH_TIMEOUT(window->session->model(), kLong);
    window->prompter->path = expected.front();
    window->trigger("saveAsAction");
    QTRY_VERIFY_WITH_TIMEOUT(window->message().startsWith(QLatin1String("Saved")), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(expected.front()), kLong);
    QTRY_VERIFY_WITH_TIMEOUT(inkling::ui::RememberedPaths(QStringLiteral("files/recent"))
                                 .paths()
                                 .contains(expected.front()),
                             kLong);
  }
  QCOMPARE(inkling::ui::RememberedPaths(QStringLiteral("files/recent")).paths(), expected);
}

void TestSideBySide::preferencesOfBoth_areKept() {
  Pair f;
  QVERIFY(f.ready());
  f.one.trigger("themeMenu.dark");
  f.other.trigger("lessonAction");
  f.one.trigger("adviceAction");
  const PreferenceValues kept = inkling::ui::Preferences().values();
  QCOMPARE(kept, (PreferenceValues{.theme = Theme::Dark, .lesson = false, .advice = false}));
}

INKLING_TEST(TestSideBySide)

#include "tst_sidebyside.moc"
