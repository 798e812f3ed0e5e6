// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/evaluate/headline.h"

#include <QEvent>
#include <QFont>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace inkling::ui {

namespace {

QString figure(double share, int digits = 2) {
  return QLocale().toString(100 * share, 'f', digits) + QStringLiteral(" %");
}

}  // namespace

Headline::Headline(QWidget* parent)
    : QWidget(parent),
      m_accuracy(new QLabel(this)),
      m_interval(new QLabel(this)),
      m_means(new QLabel(this)),
      m_rest(new QLabel(this)) {
  setObjectName(QStringLiteral("headline"));
  m_accuracy->setObjectName(QStringLiteral("headlineAccuracy"));
  m_interval->setObjectName(QStringLiteral("headlineInterval"));
  m_means->setObjectName(QStringLiteral("headlineMeans"));
  m_means->hide();
  m_rest->setObjectName(QStringLiteral("headlineRest"));
  enlarge();
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(14);
  for (QLabel* label : {m_accuracy, m_interval, m_means, m_rest}) {
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label);
  }
  m_interval->setWordWrap(true);
  m_rest->setWordWrap(true);
  m_means->setWordWrap(true);
  row->setStretchFactor(m_interval, 1);
  row->setStretchFactor(m_means, 1);
  row->setStretchFactor(m_rest, 2);
}

void Headline::enlarge() {
  QFont large = font();
  large.setPointSizeF(large.pointSizeF() * 1.8);
  large.setWeight(QFont::DemiBold);
  m_accuracy->setFont(large);
}

void Headline::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) enlarge();
}

void Headline::show(const Evaluation& evaluation) {
  const QLocale locale;
  m_accuracy->setText(figure(evaluation.score.accuracy));
  m_accuracy->setToolTip(tr("Accuracy: the share of the images that is read right."));
  m_interval->setText(tr("95 % interval\n%1 … %2")
                          .arg(figure(evaluation.interval.low), figure(evaluation.interval.high)));
  m_interval->setToolTip(
      tr("Wilson's interval: another set of as many images would give another accuracy. Two models "
         "whose intervals overlap widely may well be equally good."));
  const Confusion& confusion = evaluation.confusion;
  m_means->setVisible(confusion.unequal());
  m_means->setText(tr("balanced accuracy %1\nmacro-F1 %2")
                       .arg(figure(confusion.balancedAccuracy()), figure(confusion.macroF1())));
  m_means->setToolTip(
      tr("Some classes have many more images than others, and the accuracy speaks mostly of those. "
         "Here every class counts alike: balanced accuracy is the mean of the classes' recall, "
         "macro-F1 the mean of their F1."));
  m_rest->setText(tr("%1 of %2 read wrong · loss %3\ncalibration error %4")
                      .arg(locale.toString(confusion.errors()),
                           locale.toString(evaluation.score.count),
                           locale.toString(evaluation.score.loss, 'f', 4),
                           figure(evaluation.calibrationError, 1)));
  m_rest->setToolTip(tr(
      "Loss: mean cross-entropy in nats, which also counts how sure the network was. Calibration "
      "error: by how much its confidence is off on average; see the tab Confidence."));
}

void Headline::clear(const QString& why) {
  m_accuracy->setText(QStringLiteral("–"));
  m_interval->setText(why);
  m_means->hide();
  m_rest->clear();
}

}  // namespace inkling::ui
