// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/handwriting/handwritinglearner.h"

#include "core/data/datasource.h"
#include "core/io/modelfile.h"
#include "ui/session/bundledmodel.h"
#include "ui/session/personaldigits.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace inkling::ui {
namespace {

constexpr std::size_t kFewest = 4;  // then one is held out
constexpr int kPollInterval = 50;   // ms

OwnDigits split(const std::vector<PersonalDigit>& digits) {
  auto learnt = std::make_shared<Dataset>();
  auto heldOut = std::make_shared<Dataset>();
  for (Dataset* set : {learnt.get(), heldOut.get()}) {
    set->width = kGlyphShape.width;
    set->height = kGlyphShape.height;
    set->classes = 10;
  }
  for (const PersonalDigit& digit : digits) {
    Dataset& set = digit.heldOut() ? *heldOut : *learnt;
    set.pixels.insert(set.pixels.end(), digit.glyph.begin(), digit.glyph.end());
    set.labels.push_back(static_cast<Label>(digit.label));
  }
  return {learnt, heldOut};
}

void saveAsPersonal(const Model& model) {
  const auto file = personalModel();
  std::error_code ignored;
  std::filesystem::create_directories(file.parent_path(), ignored);
  saveModel(file, model);
}

}  // namespace

HandwritingLearner::HandwritingLearner(Session& session, PersonalDigits& digits, QWidget* parent)
    : QFrame(parent),
      m_session(session),
      m_digits(digits),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_figures(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_learn(new QPushButton(this)),
      m_cancel(new QPushButton(this)),
      m_keep(new QPushButton(this)),
      m_discard(new QPushButton(this)),
      m_forget(new QPushButton(this)) {
  setObjectName(QStringLiteral("handwritingLearner"));
  build();
  m_poll.setInterval(kPollInterval);
  connect(&m_poll, &QTimer::timeout, this,
          [this] { m_bar->setValue(static_cast<int>(std::lround(100 * *m_progress))); });
  connect(m_learn, &QPushButton::clicked, this, &HandwritingLearner::start);
  connect(m_cancel, &QPushButton::clicked, this, &HandwritingLearner::cancel);
  connect(m_keep, &QPushButton::clicked, this, &HandwritingLearner::keep);
  connect(m_discard, &QPushButton::clicked, this, [this] { setState(State::Idle); });
  connect(m_forget, &QPushButton::clicked, this, &HandwritingLearner::forget);
  connect(&digits, &PersonalDigits::changed, this, &HandwritingLearner::update);
  connect(&session, &Session::modelChanged, this, &HandwritingLearner::update);
  connect(&session.training(), &Training::stateChanged, this, &HandwritingLearner::update);
  retranslate();
  setState(State::Idle);
}

void HandwritingLearner::build() {
  QFont bold = font();
  bold.setWeight(QFont::DemiBold);
  m_title->setFont(bold);
  m_text->setObjectName(QStringLiteral("learnText"));
  m_text->setWordWrap(true);
  m_figures->setObjectName(QStringLiteral("learnFigures"));
  m_figures->setTextFormat(Qt::RichText);
  m_bar->setObjectName(QStringLiteral("learnProgress"));
  m_learn->setObjectName(QStringLiteral("learnHandwriting"));
  m_cancel->setObjectName(QStringLiteral("cancelLearning"));
  m_keep->setObjectName(QStringLiteral("keepLearnt"));
  m_discard->setObjectName(QStringLiteral("discardLearnt"));
  m_forget->setObjectName(QStringLiteral("forgetLearnt"));
  auto* row = new QHBoxLayout;
  for (QPushButton* button : {m_learn, m_cancel, m_keep, m_discard, m_forget}) {
    button->setAutoDefault(false);
    row->addWidget(button);
  }
  row->addWidget(m_bar, 1);
  row->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 4, 0, 0);
  for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_text, m_figures})
    column->addWidget(part);
  column->addLayout(row);
}

void HandwritingLearner::start() {
  m_progress = std::make_shared<std::atomic<double>>(0.0);
  setState(State::Learning);
  m_work.start(
      [model = m_session.model(), digits = split(m_digits.digits()), data = m_session.data(),
       resources = m_session.resources(), progress = m_progress,
       threads = m_session.preferences().values().threads](const std::atomic<bool>& cancel) {
        const bool there = data && data->name == "mnist";
        const DataSource mnist = there ? *data : loadDataSource("mnist", resources);
        return fineTune(*model, digits, mnist, {.threads = threads}, [&](double share) {
          *progress = share;
          return !cancel;
        });
      },
      [this](const FineTuned& result) { finish(result); },
      [this](const QString& sentence) {
        setState(State::Idle);
        emit failed(sentence);
      });
}

void HandwritingLearner::cancel() {
  m_work.cancel();
  setState(State::Idle);
}

void HandwritingLearner::finish(const FineTuned& result) {
  m_result = result;
  setState(State::Learnt);
}

void HandwritingLearner::keep() {
  const QPointer<HandwritingLearner> self(this);
  const ModelPtr model = m_result.model;
  m_session.usePersonal(model, [self, model] {
    if (self) self->kept(model);
  });
}

void HandwritingLearner::kept(const ModelPtr& model) {
  m_work.start([model](const std::atomic<bool>&) { saveAsPersonal(*model); }, [] {},
               [this](const QString& sentence) { emit failed(sentence); });
  setState(State::Idle);
}

void HandwritingLearner::forget() {
  m_session.usePersonal(nullptr, [] {
    std::error_code ignored;
    std::filesystem::remove(personalModel(), ignored);
  });
}

void HandwritingLearner::setState(State state) {
  m_state = state;
  if (state == State::Learning)
    m_poll.start();
  else
    m_poll.stop();
  m_bar->setValue(0);
  update();
}

QString HandwritingLearner::whyNot() const {
  if (!m_session.model()) return tr("There is no model yet.");
  if (m_session.training().active()) return tr("A run is under way: stop it first.");
  const auto& names = m_session.model()->classNames;
  const bool digits = names.size() == 10 && names.front() == "0" && names.back() == "9";
  if (!digits) return tr("The model in use reads something else than digits.");
  if (m_digits.digits().size() < kFewest)
    return tr("Keep at least %1 digits first; 20 or more are better.").arg(kFewest);
  return {};
}

QString HandwritingLearner::hint() const {
  const QString problem = whyNot();
  if (m_state == State::Learning) return tr("A copy of the model is learning your digits …");
  if (m_state == State::Learnt && problem.isEmpty())
    return tr("The copy has learnt for %1. Keep it, and it reads your canvas from now on, also at "
              "the next start; or discard it.")
        .arg(duration(m_result.seconds));
  if (!problem.isEmpty()) return problem;
  return m_session.modelIsPersonal()
             ? tr("The model in use has learnt your handwriting. It can go on with what you have "
                  "added since.")
             : tr("A copy of the model in use is trained for some seconds on your digits, mixed "
                  "with MNIST so that it forgets nothing.");
}

void HandwritingLearner::showFigures() {
  const auto cell = [](const QString& text) {
    return QStringLiteral("<td align='right' style='padding-left:18px'>%1</td>").arg(text);
  };
  const auto row = [&](const QString& name, const Score& before, const Score& after) {
    const auto shown = [](const Score& score) {
      return score.count == 0 ? QStringLiteral("–")
             : score.count < 500
                 ? tr("%1 of %2").arg(std::lround(score.accuracy * score.count)).arg(score.count)
                 : percent(score.accuracy);
    };
    return QStringLiteral("<tr><td>%1</td>%2%3</tr>")
        .arg(name, cell(shown(before)), cell(shown(after)));
  };
  m_figures->setText(QStringLiteral("<table><tr><td></td>%1%2</tr>%3%4</table>")
                         .arg(cell(tr("before")), cell(tr("after")),
                              row(tr("Your held-out digits read right"), m_result.personalBefore,
                                  m_result.personalAfter),
                              row(tr("MNIST’s test images read right"), m_result.othersBefore,
                                  m_result.othersAfter)));
}

void HandwritingLearner::update() {
  const bool possible = whyNot().isEmpty();
  const bool focused = isAncestorOf(window()->focusWidget());
  m_text->setText(hint());
  if (m_state == State::Learnt) showFigures();
  m_figures->setVisible(m_state == State::Learnt);
  m_bar->setVisible(m_state == State::Learning);
  m_cancel->setVisible(m_state == State::Learning);
  m_learn->setVisible(m_state == State::Idle);
  m_learn->setEnabled(possible);
  m_keep->setVisible(m_state == State::Learnt);
  m_keep->setEnabled(possible);
  m_discard->setVisible(m_state == State::Learnt);
  m_forget->setVisible(m_state == State::Idle && m_session.modelIsPersonal());
  // The button that had the focus may be gone: the keyboard stays here.
  if (!focused || isAncestorOf(window()->focusWidget())) return;
  (m_state == State::Idle ? m_learn : m_state == State::Learning ? m_cancel : m_keep)->setFocus();
}

void HandwritingLearner::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void HandwritingLearner::retranslate() {
  m_title->setText(tr("Learn my handwriting"));
  m_bar->setAccessibleName(tr("Progress"));
  m_learn->setText(tr("&Learn"));
  m_learn->setToolTip(
      tr("Trains a copy; the model in use stays as it is until you keep the copy. "
         "Try it with a way of writing that is read wrong."));
  m_cancel->setText(tr("&Cancel"));
  m_cancel->setToolTip(tr("Stops the learning. Nothing has changed."));
  m_keep->setText(tr("&Keep"));
  m_keep->setToolTip(tr("The copy reads your canvas from now on."));
  m_discard->setText(tr("&Discard"));
  m_discard->setToolTip(tr("Throws the copy away. The model in use stays as it was."));
  m_forget->setText(tr("&Back to the bundled model"));
  m_forget->setToolTip(tr("Forgets what was learnt; your digits stay."));
  update();
}

}  // namespace inkling::ui
