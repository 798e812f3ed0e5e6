// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/handwriting/handwritingdialog.h"

#include "core/base/error.h"
#include "ui/dialogs/prompter.h"
#include "ui/pages/handwriting/handwritinglearner.h"
#include "ui/pages/handwriting/personalmodel.h"
#include "ui/session/personaldigits.h"
#include "ui/theme/icons.h"
#include "ui/widgets/labelbuttons.h"
#include "ui/widgets/screenfit.h"

#include <QAction>
#include <QDir>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace inkling::ui {

HandwritingDialog::HandwritingDialog(Session& session, Prompter& prompter, PersonalDigits& digits,
                                     QWidget* parent)
    : QDialog(parent),
      m_prompter(prompter),
      m_digits(digits),
      m_model(new PersonalModel(digits, this)),
      m_view(new QListView(this)),
      m_summary(new QLabel(this)),
      m_labelText(new QLabel(this)),
      m_labels(new LabelButtons(QStringLiteral("relabel"), this)),
      m_message(new QLabel(this)),
      m_export(new QToolButton(this)),
      m_learner(new HandwritingLearner(session, digits, this)) {
  setObjectName(QStringLiteral("handwritingDialog"));
  build();
  new ScreenFit(*this, {560, 600});
  connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &HandwritingDialog::update);
  connect(m_labels, &LabelButtons::digitClicked, this, &HandwritingDialog::relabel);
  connect(&digits, &PersonalDigits::changed, this, &HandwritingDialog::update);
  connect(&digits, &PersonalDigits::failed, this, &HandwritingDialog::say);
  connect(m_learner, &HandwritingLearner::failed, this, &HandwritingDialog::say);
  retranslate();
}

QAction* HandwritingDialog::addAction(const char* name, void (HandwritingDialog::*slot)()) {
  auto* action = new QAction(this);
  action->setObjectName(QLatin1String(name));
  QDialog::addAction(action);
  connect(action, &QAction::triggered, this, slot);
  return action;
}

void HandwritingDialog::build() {
  m_view->setObjectName(QStringLiteral("personalView"));
  m_view->setModel(m_model);
  m_view->setViewMode(QListView::IconMode);
  m_view->setResizeMode(QListView::Adjust);
  m_view->setMovement(QListView::Static);
  m_view->setUniformItemSizes(true);
  m_view->setSpacing(4);
  m_view->setIconSize({PersonalModel::kSide, PersonalModel::kSide});
  m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_summary->setObjectName(QStringLiteral("personalSummary"));
  m_summary->setWordWrap(true);
  m_message->setObjectName(QStringLiteral("personalMessage"));
  m_message->setWordWrap(true);
  m_message->setMinimumHeight(fontMetrics().height());  // what it says moves nothing
  auto* tools = new QHBoxLayout;
  buildTools(*tools);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_summary);
  column->addWidget(m_view, 1);
  column->addLayout(tools);
  column->addWidget(m_message);
  column->addWidget(m_learner);
}

void HandwritingDialog::buildTools(QHBoxLayout& row) {
  m_remove = addAction("removePersonal", &HandwritingDialog::remove);
  m_remove->setIcon(icon(Icon::Clear));
  m_remove->setShortcut(QKeySequence::Delete);
  m_undo = new QAction(icon(Icon::Undo), {}, this);
  m_undo->setObjectName(QStringLiteral("undoPersonal"));
  m_undo->setShortcut(QKeySequence::Undo);
  QDialog::addAction(m_undo);
  connect(m_undo, &QAction::triggered, &m_digits, &PersonalDigits::undo);
  m_idx = addAction("exportIdx", &HandwritingDialog::exportIdxSet);
  m_strokes = addAction("exportStrokes", &HandwritingDialog::exportStrokeFile);
  auto* menu = new QMenu(this);
  menu->addActions({m_idx, m_strokes});
  m_export->setObjectName(QStringLiteral("exportPersonal"));
  m_export->setIcon(icon(Icon::Export));
  m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_export->setMenu(menu);
  m_export->setPopupMode(QToolButton::InstantPopup);
  m_labelText->setObjectName(QStringLiteral("relabelText"));
  row.addWidget(m_labelText);
  row.addWidget(m_labels, 1);
  for (QAction* action : {m_remove, m_undo}) {
    auto* button = new QToolButton(this);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setDefaultAction(action);
    row.addWidget(button);
  }
  row.addWidget(m_export);
}

std::vector<long> HandwritingDialog::selected() const {
  std::vector<long> ids;
  for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes())
    ids.push_back(index.data(PersonalModel::kIdRole).value<long>());
  return ids;
}

void HandwritingDialog::select(const std::vector<long>& ids) {
  for (int row = 0; row < m_model->rowCount(); ++row) {
    const QModelIndex index = m_model->index(row);
    if (std::find(ids.begin(), ids.end(), index.data(PersonalModel::kIdRole).value<long>()) ==
        ids.end())
      continue;
    m_view->selectionModel()->select(index, QItemSelectionModel::Select);
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
  }
}

void HandwritingDialog::relabel(int digit) {
  const auto ids = selected();
  m_digits.relabel(ids, digit);
  select(ids);
}

void HandwritingDialog::remove() { m_digits.remove(selected()); }

void HandwritingDialog::save(const std::function<QString()>& write) {
  try {
    say(write());
  } catch (const Error& error) {
    say(QString::fromUtf8(error.what()));
  }
}

void HandwritingDialog::exportIdxSet() {
  m_prompter.chooseFile(Prompter::File::ExportFolder, QDir::homePath(), [this](const QString& to) {
    if (to.isEmpty()) return;
    save([&] {
      exportIdx(to.toStdString(), m_digits.digits());
      return tr("Saved as a data set in %1: open it with File → Open data folder.")
          .arg(QDir::toNativeSeparators(to));
    });
  });
}

void HandwritingDialog::exportStrokeFile() {
  m_prompter.chooseFile(
      Prompter::File::SaveStrokes, QDir::home().filePath(QStringLiteral("my-digits.strokes.txt")),
      [this](const QString& to) {
        if (to.isEmpty()) return;
        save([&] {
          const int leftOut = exportStrokes(to.toStdString(), m_digits.digits());
          const QString saved = tr("Saved the strokes as %1.").arg(QDir::toNativeSeparators(to));
          return leftOut == 0 ? saved
                              : saved + QLatin1Char(' ') +
                                    tr("%1 came as pixels and have no strokes.").arg(leftOut);
        });
      });
}

void HandwritingDialog::say(const QString& sentence) { m_message->setText(sentence); }

void HandwritingDialog::update() {
  const auto& digits = m_digits.digits();
  const auto ids = selected();
  m_labels->setEnabled(!ids.empty());
  m_remove->setEnabled(!ids.empty());
  m_undo->setEnabled(m_digits.canUndo());
  m_export->setEnabled(!digits.empty());
  const PersonalDigit* one = ids.size() == 1 ? m_digits.find(ids.front()) : nullptr;
  m_labels->setMarked(one ? one->label : -1);
  const auto heldOut = std::count_if(digits.begin(), digits.end(),
                                     [](const PersonalDigit& digit) { return digit.heldOut(); });
  m_summary->setText(
      digits.empty()
          ? tr("Nothing is kept yet. Write a digit on the canvas and say below it what it was.")
          : tr("Your digits: %1, of which %2 (“·”) only to test on. Select some to correct "
               "their label or to delete them.")
                .arg(digits.size())
                .arg(heldOut));
}

void HandwritingDialog::keyPressEvent(QKeyEvent* event) {
  const int digit = event->key() - Qt::Key_0;
  if (digit >= 0 && digit <= 9 && !selected().empty()) return relabel(digit);
  QDialog::keyPressEvent(event);
}

void HandwritingDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

void HandwritingDialog::retranslate() {
  setWindowTitle(tr("My digits"));
  m_view->setAccessibleName(tr("My digits"));
  m_labelText->setText(tr("Label:"));
  m_labels->setAccessibleName(tr("Label"));
  m_labels->setTips(tr("The selected digits are a %1."));
  m_remove->setText(tr("Delete"));
  m_remove->setToolTip(tr("Delete the selected digits. Undo brings them back."));
  m_undo->setText(tr("Undo"));
  m_undo->setToolTip(tr("Take back the last change of the collection."));
  m_export->setText(tr("Export"));
  m_export->setToolTip(tr("Save the collection for other programs, or as a data set."));
  m_idx->setText(tr("As an IDX data set…"));
  m_strokes->setText(tr("As a stroke file…"));
  update();
}

}  // namespace inkling::ui
