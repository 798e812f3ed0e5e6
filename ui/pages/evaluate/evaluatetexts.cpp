// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/analysis/errorlist.h"
#include "core/base/error.h"
#include "core/io/atomicfile.h"
#include "core/model/trainedon.h"
#include "ui/dialogs/prompter.h"
#include "ui/pages/evaluate/classtable.h"
#include "ui/pages/evaluate/confidencepane.h"
#include "ui/pages/evaluate/confusionview.h"
#include "ui/pages/evaluate/evaluatepage.h"
#include "ui/pages/evaluate/exports.h"
#include "ui/pages/evaluate/robustnesspane.h"
#include "ui/session/sentences.h"
#include "ui/session/session.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include <utility>

// What the Evaluate page says and saves.

namespace inkling::ui {

namespace {

void refill(QComboBox* box, const QStringList& texts) {
  const QSignalBlocker quiet(box);
  const int index = std::max(0, box->currentIndex());
  box->clear();
  box->addItems(texts);
  box->setCurrentIndex(index);
}

}  // namespace

QString EvaluatePage::purpose() const {
  return tr("How good the network is and where it fails: confusion matrix, mistakes, confidence.");
}

void EvaluatePage::retranslate() {
  refill(m_part, {tr("Validation"), tr("Test")});
  m_part->setAccessibleName(tr("Measured on"));
  m_part->setToolTip(
      tr("Validation images were held out of the training: use them to compare and to choose. Keep "
         "the test images for one honest figure at the end."));
  m_partNote->setText(tr(
      "The test images answer one question, once: how good is the finished network on digits "
      "nobody has chosen by? Change something because of what you see here, and the figure is no "
      "longer honest."));
  refill(m_mode, {tr("counts"), tr("% of the true class"), tr("mistakes only")});
  m_mode->setAccessibleName(tr("Cells show"));
  m_mode->setToolTip(
      tr("What the cells show. Try “mistakes only” to see the pairs that are mixed up."));
  m_matrix->setAccessibleName(tr("Confusion matrix"));
  m_matrix->setToolTip(tr(
      "Click a cell to see its images, or a class name for all mistakes of a row or column. Arrow "
      "keys move, Esc shows everything again."));
  m_tabs->setTabText(0, tr("Confusion"));
  m_tabs->setTabText(1, tr("Confidence"));
  m_tabs->setTabText(2, tr("Robustness"));
  m_tabs->setTabText(3, tr("Compare"));
  m_classView->setAccessibleName(tr("Classes"));
  m_classes->retranslate();
  m_galleryCard->setTitle(tr("Images"));
  m_export->setText(tr("Export"));
  m_export->setToolTip(tr("Saves the matrix, the table of classes or the list of mistakes."));
  m_exportMenu->clear();
  const auto add = [this](const QString& text, const char* name, auto slot) {
    QAction* action = m_exportMenu->addAction(text, this, slot);
    action->setObjectName(QLatin1String(name));
  };
  add(tr("Matrix as a picture …"), "exportPicture", &EvaluatePage::exportPicture);
  add(tr("Confidence and robustness as a picture …"), "exportPlots", &EvaluatePage::exportPlots);
  add(tr("Matrix as a table …"), "exportMatrix", &EvaluatePage::exportMatrix);
  add(tr("Classes as a table …"), "exportClasses", &EvaluatePage::exportClasses);
  add(tr("Mistakes as a table …"), "exportErrors", &EvaluatePage::exportErrors);
  add(tr("Robustness as a table …"), "exportRobustness", &EvaluatePage::exportRobustness);
}

void EvaluatePage::saveBytes(const QString& name, bool table,
                             std::function<QByteArray(const QString&)> make) {
  const auto kind = table ? Prompter::File::SaveTable : Prompter::File::SaveFigure;
  const QString suggestion = QDir::home().filePath(QString::fromStdString(m_session.recipe().name) +
                                                   QLatin1Char('-') + name);
  m_prompter.chooseFile(kind, suggestion, [this, make = std::move(make)](const QString& file) {
    if (file.isEmpty()) return;
    const QByteArray bytes = make(QFileInfo(file).suffix().toLower());
    if (bytes.isEmpty())
      return emit failed(tr("Cannot save %1: pictures end in .png or .pdf.").arg(file));
    try {
      writeFileAtomically(file.toStdString(),
                          {bytes.data(), static_cast<std::size_t>(bytes.size())});
      emit noted(tr("Saved %1.").arg(QDir::toNativeSeparators(file)));
    } catch (const Error& error) {
      emit failed(QString::fromUtf8(error.what()));
    }
  });
}

void EvaluatePage::exportPicture() {
  saveBytes(QStringLiteral("confusion.png"), false,
            [this](const QString& suffix) { return confusionPicture(*m_matrix, suffix); });
}

void EvaluatePage::exportPlots() {
  const bool measured = !m_robustness->curves().empty();
  saveBytes(QStringLiteral("curves.png"), false, [this, measured](const QString& suffix) {
    return plotsPicture(
        measured ? m_confidence->plots() + m_robustness->plots() : m_confidence->plots(),
        measured ? 3 : 2, suffix);
  });
}

void EvaluatePage::exportRobustness() {
  if (m_robustness->curves().empty())
    return emit noted(tr("Nothing is measured yet: press Measure on the tab Robustness."));
  const QByteArray csv = robustnessCsv(m_robustness->curves(), m_robustness->ghosts());
  saveBytes(QStringLiteral("robustness.csv"), true, [csv](const QString&) { return csv; });
}

void EvaluatePage::exportMatrix() {
  if (!m_reader.evaluation()) return;
  const QByteArray csv = confusionCsv(m_reader.evaluation()->confusion, classNames());
  saveBytes(QStringLiteral("confusion.csv"), true, [csv](const QString&) { return csv; });
}

void EvaluatePage::exportClasses() {
  const QByteArray csv = m_classes->csv();
  saveBytes(QStringLiteral("classes.csv"), true, [csv](const QString&) { return csv; });
}

void EvaluatePage::exportErrors() {
  const EvaluationPtr& made = m_reader.evaluation();
  if (!made || !m_session.data()) return;
  const auto csv = QByteArray::fromStdString(
      errorsCsv(*made->predictions, made->view, m_session.data()->classNames));
  saveBytes(QStringLiteral("mistakes.csv"), true, [csv](const QString&) { return csv; });
}

/// What the model was trained on, where that is not what it is asked to read; and what its figures
/// are of, where there are no images of their own for testing.
void EvaluatePage::showOrigin(const Model& model) {
  const LoadedDataPtr& here = m_session.loaded();
  if (!here) return m_originNote->hide();
  const std::string& set = model.recipe.data.set;
  const bool named = set == here->set();
  const SameData same = sameData(model.dataFingerprint, *here->source);
  const QString title = QString::fromStdString(here->source->title);
  QStringList notes;
  if (same == SameData::No && named)
    notes << tr("This model was trained on other images than those of %1.").arg(title);
  else if (same == SameData::No || (same == SameData::Unknown && !named))
    notes << tr("This model was trained on %1; the images here are of %2.")
                 .arg(QFileInfo(QString::fromStdString(set)).fileName(), title);
  if (here->source->testDrawn && m_reader.view().set == here->source->test)
    notes << testDrawnSentence();
  m_originNote->setVisible(!notes.isEmpty());
  m_originNote->setText(notes.join(QLatin1Char(' ')));
}

}  // namespace inkling::ui
