// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/comparepane.h"

#include "core/base/error.h"
#include "core/io/modelfile.h"
#include "core/model/fits.h"
#include "ui/dialogs/prompter.h"
#include "ui/session/runkeeper.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"
#include "ui/theme/icons.h"

#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

#include <utility>

namespace inkling::ui {

namespace {

QString share(double value, int digits = 2) {
  return QLocale().toString(100 * value, 'f', digits) + QStringLiteral(" %");
}

constexpr int kMostRuns = 20;

enum Which { OnlyThis, OnlyOther, Different };

}  // namespace

ComparePane::ComparePane(Session& session, Prompter& prompter, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_prompter(prompter),
      m_open(new QPushButton(this)),
      m_run(new QPushButton(this)),
      m_runs(new QMenu(this)),
      m_figures(new QLabel(this)),
      m_verdict(new QLabel(this)),
      m_onlyThis(new QPushButton(this)),
      m_onlyOther(new QPushButton(this)),
      m_different(new QPushButton(this)) {
  setObjectName(QStringLiteral("comparePane"));
  m_open->setObjectName(QStringLiteral("compareOpen"));
  m_open->setIcon(icon(Icon::Open));
  m_run->setObjectName(QStringLiteral("compareRun"));
  m_run->setIcon(icon(Icon::Runs));
  m_run->setMenu(m_runs);
  m_run->setEnabled(false);
  m_runs->setObjectName(QStringLiteral("compareRuns"));
  m_figures->setObjectName(QStringLiteral("compareFigures"));
  m_figures->setTextFormat(Qt::RichText);
  m_verdict->setObjectName(QStringLiteral("compareVerdict"));
  m_verdict->setWordWrap(true);
  m_onlyThis->setObjectName(QStringLiteral("compareOnlyThis"));
  m_onlyOther->setObjectName(QStringLiteral("compareOnlyOther"));
  m_different->setObjectName(QStringLiteral("compareDifferent"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 8, 0, 0);
  column->setSpacing(10);
  auto* others = new QHBoxLayout;
  others->addWidget(m_open);
  others->addWidget(m_run);
  others->addStretch(1);
  column->addLayout(others);
  column->addWidget(m_figures);
  column->addWidget(m_verdict);
  for (QPushButton* button : {m_onlyThis, m_onlyOther, m_different})
    column->addWidget(button, 0, Qt::AlignLeft);
  column->addStretch(1);
  connect(m_open, &QPushButton::clicked, this, &ComparePane::chooseOther);
  connect(m_onlyThis, &QPushButton::clicked, this, [this] { offer(OnlyThis); });
  connect(m_onlyOther, &QPushButton::clicked, this, [this] { offer(OnlyOther); });
  connect(m_different, &QPushButton::clicked, this, [this] { offer(Different); });
  connect(&session.preferences(), &Preferences::changed, this, [this] {
    if (isVisible()) listRuns();
  });
  retranslate();
}

void ComparePane::setEvaluation(const EvaluationPtr& evaluation) {
  const bool sameImages = evaluation && m_evaluation &&
                          evaluation->view.set == m_evaluation->view.set &&
                          evaluation->view.indices == m_evaluation->view.indices;
  m_evaluation = evaluation;
  if (!sameImages) m_otherEvaluation.reset();
  if (m_other && !m_otherEvaluation) readOther();
  compare();
}

void ComparePane::chooseOther() {
  m_prompter.chooseFile(Prompter::File::OpenModel, QDir::homePath(), [this](const QString& file) {
    if (!file.isEmpty()) open(file);
  });
}

void ComparePane::open(const QString& file) {
  load(QFileInfo(file).completeBaseName(),
       [file] { return modelInUse(loadModel(file.toStdString())); });
}

void ComparePane::openRun(const std::string& id, const QString& name) {
  load(name, [id, preferences = m_session.preferences().values()] {
    return std::make_shared<const Model>(runStore(preferences).loadModel(id));
  });
}

void ComparePane::load(const QString& name, std::function<ModelPtr()> read) {
  m_loader.start([read = std::move(read)](const std::atomic<bool>&) { return read(); },
                 [this, name](const ModelPtr& model) {
                   m_other = model;
                   m_otherName = name;
                   m_otherEvaluation.reset();
                   readOther();
                   compare();
                   emit otherChanged(m_other, m_otherName);
                 },
                 [this](const QString& sentence) { emit failed(sentence); });
}

void ComparePane::listRuns() {
  m_lister.start([preferences = m_session.preferences().values()](
                     const std::atomic<bool>&) { return runStore(preferences).list(); },
                 [this](const std::vector<RunRecord>& runs) { fillRuns(runs); },
                 [this](const QString& sentence) { emit failed(sentence); });
}

void ComparePane::fillRuns(const std::vector<RunRecord>& runs) {
  m_runs->clear();
  const QLocale locale;
  for (const RunRecord& run : runs) {
    if (!run.hasModel || m_runs->actions().size() == kMostRuns) continue;
    const QString name =
        run.name.empty() ? titleOf(run.result.recipe) : QString::fromStdString(run.name);
    const QDateTime saved = QDateTime::fromString(QString::fromStdString(run.saved),
                                                  QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    const Score score = run.result.validation();
    const QString accuracy = score.count > 0 ? share(score.accuracy, 1) : QStringLiteral("–");
    m_runs->addAction(
        tr("%1 · %2 · %3")
            .arg(name, accuracy,
                 locale.toString(
                     QDateTime(saved.date(), saved.time(), QTimeZone::utc()).toLocalTime(),
                     QLocale::ShortFormat)),
        this, [this, id = run.id, name] { openRun(id, name); });
  }
  m_run->setEnabled(!m_runs->isEmpty());
}

void ComparePane::readOther() {
  if (!m_evaluation) return;
  if (!fits(m_other->network, m_evaluation->view)) {
    m_other.reset();
    emit otherChanged(nullptr, {});
    return emit failed(
        tr("“%1” was made for other images than those of this data set.").arg(m_otherName));
  }
  m_work.start(
      [other = m_other, view = m_evaluation->view](const std::atomic<bool>& cancel) {
        return evaluateModel(other, view, view, 1, cancel);
      },
      [this](const EvaluationPtr& made) {
        m_otherEvaluation = made;
        compare();
      },
      [this](const QString& sentence) {
        m_other.reset();
        compare();
        emit otherChanged(nullptr, {});
        emit failed(sentence);
      });
}

void ComparePane::compare() {
  m_comparison.reset();
  const bool both = m_evaluation && m_otherEvaluation;
  if (both)
    m_comparison = std::make_shared<const ModelComparison>(
        compareModels(*m_evaluation->predictions, *m_otherEvaluation->predictions));
  for (QPushButton* button : {m_onlyThis, m_onlyOther, m_different}) button->setVisible(both);
  if (!both) {
    m_figures->clear();
    m_verdict->setText(m_other
                           ? tr("Reading …")
                           : tr("Choose another model to see where the two differ, and whether the "
                                "difference can be chance."));
    return;
  }
  const QLocale locale;
  const auto row = [&](const QString& name, const Evaluation& of) {
    return QStringLiteral(
               "<tr><td>%1&nbsp;&nbsp;</td><td align=right>%2&nbsp;&nbsp;</td>"
               "<td align=right>%3 … %4&nbsp;&nbsp;</td><td align=right>%5</td></tr>")
        .arg(name.toHtmlEscaped(), share(of.score.accuracy), share(of.interval.low),
             share(of.interval.high), locale.toString(of.score.loss, 'f', 4));
  };
  m_figures->setText(
      QStringLiteral("<table><tr><th></th><th align=right>%1&nbsp;&nbsp;</th><th "
                     "align=right>%2&nbsp;&nbsp;</th><th align=right>%3</th></tr>%4%5</table>")
          .arg(tr("accuracy"), tr("95 % interval"), tr("loss"), row(tr("this one"), *m_evaluation),
               row(m_otherName, *m_otherEvaluation)));
  const ModelComparison& c = *m_comparison;
  const bool tiny = c.pValue < 0.0001;
  const QString p = (tiny ? QStringLiteral("p < ") : QStringLiteral("p = ")) +
                    locale.toString(tiny ? 0.0001 : c.pValue, 'f', 4);
  m_verdict->setText(
      c.different.empty()
          ? tr("The two read every image alike.")
          : (c.pValue < 0.05 ? tr("McNemar's test: %1. A difference this large is hardly chance.")
                             : tr("McNemar's test: %1. Such a difference may well be chance."))
                .arg(p));
  m_onlyThis->setText(tr("Only this one right: %1").arg(locale.toString(c.onlyFirst)));
  m_onlyOther->setText(tr("Only the other right: %1").arg(locale.toString(c.onlySecond)));
  m_different->setText(
      tr("Read differently: %1").arg(locale.toString(static_cast<qlonglong>(c.different.size()))));
}

void ComparePane::offer(int which) {
  if (!m_comparison) return;
  auto positions = std::make_shared<std::vector<int>>();
  const Predictions& mine = *m_evaluation->predictions;
  const Predictions& other = *m_otherEvaluation->predictions;
  for (const int i : m_comparison->different) {
    const auto at = static_cast<std::size_t>(i);
    const bool wanted =
        which == Different || (which == OnlyThis ? mine : other).predicted[at] == mine.labels[at];
    if (wanted) positions->push_back(i);
  }
  emit imagesWanted(positions);
}

void ComparePane::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  listRuns();
}

void ComparePane::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

void ComparePane::retranslate() {
  m_open->setText(tr("Compare with a model …"));
  m_open->setToolTip(tr(
      "Opens another model from a file and reads the same images with it. The model in use stays "
      "in use."));
  m_run->setText(tr("Compare with a run"));
  m_run->setToolTip(
      tr("The model of one of the newest runs of the page Runs. Train, change something, train "
         "again: which is better, and where?"));
  const QString tip = tr("Shows these images in the gallery.");
  for (QPushButton* button : {m_onlyThis, m_onlyOther, m_different}) button->setToolTip(tip);
  compare();
}

}  // namespace inkling::ui
