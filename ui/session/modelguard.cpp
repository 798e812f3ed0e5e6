// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/session/modelguard.h"

#include "ui/dialogs/prompter.h"
#include "ui/session/modeldocument.h"
#include "ui/session/training.h"
#include "ui/session/userfiles.h"

#include <QDir>

#include <utility>

namespace inkling::ui {

namespace {

Prompter::Question questionFor(ModelGuard::Loss loss, bool runs) {
  switch (loss) {
    case ModelGuard::Loss::Quit:
      return Prompter::Question::QuitUnsaved;
    case ModelGuard::Loss::Rewind:
      return Prompter::Question::RewindUnsaved;
    case ModelGuard::Loss::Replace:
      break;
  }
  return runs ? Prompter::Question::ReplaceTraining : Prompter::Question::ReplaceUnsaved;
}

/// At once, or when nothing waits to be saved: what is being saved may be the file that is opened.
void afterSaving(const ModelDocument& document, ModelGuard::Then then) {
  if (!document.saving()) return then();
  QObject::connect(
      &document, &ModelDocument::savingEnded, &document,
      [&document, then = std::move(then)] { afterSaving(document, then); },
      Qt::SingleShotConnection);
}

}  // namespace

ModelGuard::ModelGuard(ModelDocument& document, Training& training, QObject* parent)
    : QObject(parent),
      m_document(document),
      m_training(training) {}

bool ModelGuard::holds() const {
  return m_document.used().modified || m_training.state() == Training::State::Running;
}

void ModelGuard::pass(Loss loss, Then proceed) {
  if (m_asking) {
    emit failed(tr("Answer the question that is open first."));
  } else if (m_document.saving()) {
    afterSaving(m_document, [this, loss, proceed = std::move(proceed)] { pass(loss, proceed); });
  } else if (m_prompter && holds()) {
    ask(loss, proceed);
  } else {
    proceed();
  }
}

void ModelGuard::ask(Loss loss, const Then& proceed) {
  const auto question = questionFor(loss, m_training.active());
  const Then goOn = pauseRun();
  m_asking = true;
  m_prompter->ask(
      question, [this, loss, proceed, goOn, number = m_document.number()](Prompter::Answer answer) {
        m_asking = false;
        if (answer == Prompter::Answer::Cancel)
          goOn();
        else if (answer == Prompter::Answer::Save)
          save([this, loss, proceed] { pass(loss, proceed); }, goOn);
        else if (m_document.number() == number)
          afterSaving(m_document, proceed);
        else
          pass(loss, proceed);
      });
}

/// Returns what makes it go on as before, as long as it is the same run.
ModelGuard::Then ModelGuard::pauseRun() {
  if (m_training.state() != Training::State::Running) return [] {};
  const auto going = m_training.going();
  m_training.pause();
  return [this, going, number = m_training.number()] {
    if (m_training.number() == number) m_training.go(going);
  };
}

void ModelGuard::save(Then then, Then cancelled) {
  const QString& path = m_document.used().path;
  if (path.isEmpty())
    saveAs(std::move(then), std::move(cancelled));
  else
    m_document.save(path, std::move(then));
}

void ModelGuard::saveAs(Then then, Then cancelled) {
  const UsedModel& used = m_document.used();
  if (!m_prompter || !used.model) return;
  const QString name =
      QString::fromStdString(used.model->recipe.name) + QStringLiteral(".safetensors");
  const QString suggestion = used.path.isEmpty() ? QDir(lastFolder()).filePath(name) : used.path;
  m_prompter->chooseFile(Prompter::File::SaveModel, suggestion,
                         [this, number = m_document.number(), then = std::move(then),
                          cancelled = std::move(cancelled)](const QString& path) {
                           if (path.isEmpty()) {
                             if (cancelled) cancelled();
                             return;
                           }
                           rememberFolder(path);
                           if (m_document.number() == number)
                             m_document.save(path, then);
                           else
                             emit failed(tr("Another model is in use by now, so nothing was saved "
                                            "as %1.")
                                             .arg(QDir::toNativeSeparators(path)));
                         });
}

}  // namespace inkling::ui
