// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/mainwindow.h"

#include "ui/dialogs/dialogprompter.h"
#include "ui/dialogs/preferencesdialog.h"
#include "ui/mainwindow/appearance.h"
#include "ui/mainwindow/application.h"
#include "ui/mainwindow/datanotes.h"
#include "ui/mainwindow/exchangeactions.h"
#include "ui/mainwindow/fileactions.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/progresspane.h"
#include "ui/mainwindow/rail.h"
#include "ui/mainwindow/rescueactions.h"
#include "ui/mainwindow/runactions.h"
#include "ui/mainwindow/viewactions.h"
#include "ui/pages/data/datapage.h"
#include "ui/pages/evaluate/evaluatepage.h"
#include "ui/pages/learn/learnpage.h"
#include "ui/pages/look/lookpage.h"
#include "ui/pages/runs/runspage.h"
#include "ui/pages/sweep/sweeppage.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"
#include "ui/theme/icons.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/scrollpane.h"

#include <QAction>
#include <QApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QSessionManager>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace inkling::ui {

namespace {

constexpr QSize kFirstSize{1280, 800};  // with letters of the usual size
constexpr double kUsualDpi = 96;
constexpr QSize kLeastPage{240, 180};  // no page keeps the window larger than the screen

std::unique_ptr<Prompter> orDialogs(std::unique_ptr<Prompter> prompter, QWidget* window) {
  if (prompter) return prompter;
  return std::make_unique<DialogPrompter>(window);
}

/// Empty if something else than local files is dropped.
QStringList droppedFiles(const QMimeData& mime) {
  QStringList files;
  for (const QUrl& url : mime.urls()) {
    if (!url.isLocalFile()) return {};
    files << url.toLocalFile();
  }
  return files;
}

}  // namespace

MainWindow::MainWindow(Session& session, std::unique_ptr<Prompter> prompter)
    : m_session(session),
      m_appearance(std::make_unique<Appearance>(session.preferences())),
      m_prompter(orDialogs(std::move(prompter), this)),
      m_learn(new LearnPage(session, *m_prompter)),
      m_sweep(new SweepPage(session, *m_prompter)),
      m_runs(new RunsPage(session, *m_prompter)),
      m_run(new RunActions(session, this)),
      m_files(new FileActions(session, *m_prompter, this)),
      m_exchange(new ExchangeActions(session, *m_prompter, this)),
      m_view(new ViewActions(session.preferences(), this)),
      m_rescue(new RescueActions(session, *m_prompter, this)),
      m_rail(new Rail),
      m_pages(new QStackedWidget),
      m_messages(new MessageBar(*statusBar())),
      m_toolBar(new QToolBar(this)),
      m_status(new ElidedLabel(this)),
      m_speed(new QLabel(this)),
      m_fileMenu(menuBar()->addMenu(QString())),
      m_editMenu(menuBar()->addMenu(QString())),
      m_runMenu(menuBar()->addMenu(QString())),
      m_viewMenu(menuBar()->addMenu(QString())),
      m_helpMenu(menuBar()->addMenu(QString())),
      m_preferences(new QAction(this)),
      m_about(new QAction(this)) {
  setObjectName(QStringLiteral("mainWindow"));
  setAcceptDrops(true);
  QGuiApplication::setWindowIcon(programIcon(session.resources()));  // of dialogs as well
  session.guard().askWith(m_prompter.get());
  buildCentre();
  buildToolBar();
  buildMenus();
  connectAll();
  new DataNotes(session, *m_messages, this);
  retranslate();
  const QSettings settings;
  new ScreenFit(*this, kFirstSize * std::max(1.0, logicalDpiX() / kUsualDpi),
                settings.value(QStringLiteral("window/geometry")).toByteArray());
  m_learn->restore(settings);
  followPreferences();
}

MainWindow::~MainWindow() { m_session.guard().askWith(nullptr); }

void MainWindow::buildCentre() {
  auto* centre = new QWidget;
  auto* row = new QHBoxLayout(centre);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(m_rail);
  row->addWidget(m_pages, 1);
  setCentralWidget(centre);
  m_pages->setObjectName(QStringLiteral("pages"));
  m_pages->setMinimumSize(kLeastPage);
  addPage(m_learn);
  addPage(new DataPage(m_session));
  addPage(new EvaluatePage(m_session, *m_prompter));
  auto* look = new LookPage(m_session);
  addPage(look);
  connect(look, &LookPage::wanted, this, [this, index = m_pages->count() - 1] { showPage(index); });
  addPage(m_sweep);
  addPage(m_runs);
  showPage(0);

  m_status->setObjectName(QStringLiteral("statusSentence"));
  m_speed->setObjectName(QStringLiteral("statusSpeed"));
  statusBar()->setSizeGripEnabled(false);
  statusBar()->setContentsMargins(8, 0, 8, 0);
  statusBar()->addWidget(m_status, 1);
  statusBar()->addPermanentWidget(m_speed);
}

void MainWindow::addPage(Page* page) {
  m_pages->addWidget(new ScrollPane(page));
  m_rail->add(page);
  const int index = m_pages->count() - 1;
  auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + index)), this);
  connect(shortcut, &QShortcut::activated, this, [this, index] { showPage(index); });
  connect(page, &Page::failed, this,
          [this](const QString& s) { m_messages->say(MessageBar::Kind::Error, s); });
  connect(page, &Page::noted, this,
          [this](const QString& s) { m_messages->say(MessageBar::Kind::Note, s); });
}

void MainWindow::showPage(int index) {
  m_pages->setCurrentIndex(index);
  m_rail->setCurrent(index);
}

void MainWindow::buildToolBar() {
  m_toolBar->setObjectName(QStringLiteral("runToolBar"));
  m_toolBar->setMovable(false);
  m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
  m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_toolBar->setIconSize({18, 18});
  for (QAction* action :
       {m_run->toggle(), m_run->stepBatch(), m_run->stepEpoch(), m_run->stop(), m_run->rewind()}) {
    m_toolBar->addAction(action);
    QWidget* button = m_toolBar->widgetForAction(action);
    button->setObjectName(
        QString(action->objectName()).replace(QLatin1String("Action"), QLatin1String("Button")));
    button->setFocusPolicy(Qt::TabFocus);
  }
  // The toggle's text changes while the others must stay where they are.
  m_toolBar->widgetForAction(m_run->toggle())->setMinimumWidth(104);
  m_toolBar->addWidget(new ProgressPane(m_session));
  addToolBar(Qt::TopToolBarArea, m_toolBar);
}

void MainWindow::buildMenus() {
  for (QMenu* menu : {m_fileMenu, m_editMenu, m_runMenu, m_viewMenu})
    menu->setToolTipsVisible(true);
  m_files->fillFileMenu(m_fileMenu, *m_exchange);
  m_preferences->setObjectName(QStringLiteral("preferencesAction"));
  m_preferences->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
  m_preferences->setMenuRole(QAction::PreferencesRole);
  m_editMenu->addAction(m_preferences);
  for (QAction* action : m_toolBar->actions())
    if (!action->objectName().isEmpty()) m_runMenu->addAction(action);
  m_runMenu->addSeparator();
  m_files->fillRunMenu(m_runMenu);
  m_runMenu->addSeparator();
  m_rescue->fillMenu(m_runMenu);
  m_view->fillMenu(m_viewMenu);
  m_about->setObjectName(QStringLiteral("aboutAction"));
  m_about->setShortcut(QKeySequence::HelpContents);
  m_helpMenu->addAction(m_about);
}

void MainWindow::connectAll() {
  const auto fail = [this](const QString& s) { m_messages->say(MessageBar::Kind::Error, s); };
  if (const auto* application = qobject_cast<Application*>(QCoreApplication::instance())) {
    connect(application, &Application::failed, this, fail);
    connect(application, &Application::endWanted, this, &MainWindow::endAtOnce);
  }
  connect(m_rescue, &RescueActions::failed, this, fail);
  connect(m_rescue, &RescueActions::noted, this,
          [this](const QString& s) { m_messages->say(MessageBar::Kind::Note, s); });
  connect(&m_rescue->rescue(), &RunRescue::kept, this, &MainWindow::remember);
  connect(m_runs, &RunsPage::runKept, &m_rescue->rescue(), &RunRescue::stored);
  connect(&m_session, &Session::failed, this, fail);
  connect(&m_session, &Session::noted, this,
          [this](const QString& s) { m_messages->say(MessageBar::Kind::Note, s); });
  connect(m_files, &FileActions::failed, this, fail);
  connect(m_exchange, &ExchangeActions::failed, this, fail);
  connect(m_exchange, &ExchangeActions::imported, m_files, &FileActions::openImported);
  connect(m_files, &FileActions::noted, this,
          [this](const QString& s) { m_messages->say(MessageBar::Kind::Note, s); });
  connect(&m_session.document(), &ModelDocument::changed, this, &MainWindow::showTitle);
  connect(m_files, &FileActions::runsWanted, m_runs, &RunsPage::readFiles);
  connect(m_files, &FileActions::quitWanted, this, &QWidget::close);
  connect(&m_session.preferences(), &Preferences::changed, this, &MainWindow::followPreferences);
  connect(m_preferences, &QAction::triggered, this, &MainWindow::showPreferences);
  connect(m_learn, &LearnPage::folderWanted, m_files, &FileActions::openDataFolder);
  connect(m_learn, &LearnPage::dataFileWanted, m_files, &FileActions::openDataFile);
  connect(m_learn, &LearnPage::recipeFileWanted, m_files, &FileActions::openRecipe);
  connect(m_sweep, &SweepPage::modelWanted, m_files, &FileActions::openModel);
  connect(m_runs, &RunsPage::modelWanted, m_files, &FileActions::openModel);
  connect(m_rail, &Rail::chosen, this, &MainWindow::showPage);
  connect(m_about, &QAction::triggered, this, &MainWindow::showAbout);
  connect(
      qApp, &QGuiApplication::commitDataRequest, this,
      [this](QSessionManager& manager) {
        if (!mayEndSession() && manager.allowsInteraction()) manager.cancel();
      },
      Qt::DirectConnection);
  connect(&m_session, &Session::acted, m_messages, &MessageBar::settle);
  connect(&m_session.training(), &Training::stateChanged, this, &MainWindow::showTitle);
  for (auto signal : {&Session::dataChanged, &Session::recipeChanged, &Session::modelChanged,
                      &Session::rewound}) {
    connect(&m_session, signal, this, &MainWindow::showStatus);
    connect(&m_session, signal, this, &MainWindow::showTitle);
  }
  connect(&m_session, &Session::splitChanged, this, &MainWindow::showStatus);
  connect(&m_session.training(), &Training::stateChanged, this, &MainWindow::showStatus);
  connect(&m_session.training(), &Training::reported, this, &MainWindow::showStatus);
}

void MainWindow::openPaths(const QStringList& paths) { m_files->openPaths(paths); }

void MainWindow::followPreferences() {
  m_learn->setLessonVisible(m_session.preferences().values().lesson);
  m_learn->setAdviceWanted(m_session.preferences().values().advice);
}

void MainWindow::showPreferences() {
  auto* dialog = findChild<PreferencesDialog*>();
  if (dialog == nullptr) dialog = new PreferencesDialog(m_session.preferences(), *m_prompter, this);
  dialog->show();
  dialog->raise();
  dialog->activateWindow();
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!droppedFiles(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  event->acceptProposedAction();
  openPaths(droppedFiles(*event->mimeData()));
}

}  // namespace inkling::ui
