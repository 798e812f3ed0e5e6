// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/learn/correctionrow.h"

#include "ui/session/personaldigits.h"
#include "ui/theme/icons.h"
#include "ui/widgets/labelbuttons.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace inkling::ui {

CorrectionRow::CorrectionRow(PersonalDigits& digits, QWidget* parent)
    : QWidget(parent),
      m_digits(digits),
      m_text(new QLabel(this)),
      m_undo(new QAction(icon(Icon::Undo), {}, this)),
      m_collection(new QToolButton(this)),
      m_labels(new LabelButtons(QStringLiteral("thatWas"), this)) {
  setObjectName(QStringLiteral("correctionRow"));
  m_text->setObjectName(QStringLiteral("correctionText"));
  m_undo->setObjectName(QStringLiteral("undoCorrection"));
  m_undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Backspace));
  addAction(m_undo);
  auto* undo = new QToolButton(this);
  undo->setObjectName(QStringLiteral("undoCorrectionButton"));
  undo->setAutoRaise(true);
  undo->setDefaultAction(m_undo);
  m_collection->setObjectName(QStringLiteral("collectionButton"));
  auto* row = new QHBoxLayout;
  row->setSpacing(2);
  row->addWidget(m_text, 1);
  row->addWidget(undo);
  row->addWidget(m_collection);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addLayout(row);
  column->addWidget(m_labels);
  connect(m_labels, &LabelButtons::digitClicked, this, &CorrectionRow::label);
  connect(m_undo, &QAction::triggered, &digits, &PersonalDigits::undo);
  connect(m_collection, &QToolButton::clicked, this, &CorrectionRow::collectionWanted);
  connect(&digits, &PersonalDigits::changed, this, &CorrectionRow::update);
  retranslate();
}

void CorrectionRow::setDigit(const DigitReading* digit) {
  m_blank = digit == nullptr;
  if (digit != nullptr) m_digit = *digit;
  update();
}

void CorrectionRow::setOffered(bool offered) {
  m_offered = offered;
  m_labels->setVisible(offered);
  update();
}

long CorrectionRow::keptId() const {
  const auto found = m_kept.find(m_digit.glyph);
  const bool there = !m_blank && found != m_kept.end() && m_digits.find(found->second) != nullptr;
  return there ? found->second : 0;
}

void CorrectionRow::label(int digit) {
  if (m_blank || !m_offered || m_foreign.contains(m_digit.glyph)) return;
  if (const long id = keptId()) {
    m_digits.relabel({id}, digit);
    return;
  }
  // What is kept is prepared, also while the canvas shows what comes of it without.
  const Glyph glyph = m_digit.ink.empty() ? m_digit.glyph : renderGlyph(m_digit.ink);
  if (const long id = m_digits.keep(m_digit.ink, glyph, digit)) m_kept[m_digit.glyph] = id;
  update();
}

QString CorrectionRow::sentence() const {
  if (!m_offered) return {};
  if (m_blank) return tr("That was a …");
  if (m_foreign.contains(m_digit.glyph)) return tr("Not your writing");
  const PersonalDigit* kept = m_digits.find(keptId());
  return kept ? tr("Kept as a %1").arg(kept->label) : tr("That was a …");
}

void CorrectionRow::update() {
  const PersonalDigit* kept = m_digits.find(keptId());
  m_labels->setMarked(kept ? kept->label : -1);
  m_labels->setEnabled(!m_blank && !m_foreign.contains(m_digit.glyph));
  m_undo->setEnabled(m_digits.canUndo());
  m_text->setText(sentence());
  m_collection->setText(tr("My digits (%1)").arg(m_digits.digits().size()));
}

void CorrectionRow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void CorrectionRow::retranslate() {
  m_labels->setTips(
      tr("Keep the drawing as a %1 of yours. With the canvas in use, the key %1 "
         "does the same."));
  m_labels->setAccessibleName(tr("That was a …"));
  m_text->setToolTip(
      tr("Say what you have written and it is kept, so that the network can learn "
         "your handwriting. Of several digits it is for the framed one."));
  m_undo->setText(tr("Take back the last correction"));
  m_undo->setToolTip(QStringLiteral("%1 (%2)").arg(
      m_undo->text(), m_undo->shortcut().toString(QKeySequence::NativeText)));
  m_collection->setToolTip(
      tr("Look at what you have kept, correct it, export it, and let a copy "
         "of the network learn your handwriting."));
  update();
}

}  // namespace inkling::ui
