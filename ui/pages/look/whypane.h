// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"
#include "core/model/model.h"
#include "ui/session/background.h"
#include "ui/session/neighbourfinder.h"
#include "ui/session/pacer.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;

namespace inkling::ui {

class GlyphStrip;
class HeatView;

/// Why the network answers as it does: which pixels count, what would have to be different, which
/// training images are most alike.
class WhyPane final : public QWidget {
  Q_OBJECT
public:
  explicit WhyPane(QWidget* parent = nullptr);

  struct Subject {
    ModelPtr model;
    Glyph glyph{};
    Ink ink;  ///< empty if there are only pixels
    DataView train;
    QStringList names;
    bool thrifty = false;  ///< a run is under way, and must not be slowed down
  };
  void show(const Subject& subject);
  void clear();

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  struct Answer {
    std::vector<float> probabilities;
    std::vector<float> saliency;
    std::vector<float> contrast;
    std::vector<float> occlusion;
    QString strokes;
    int label = 0;
    int rival = 0;
    double seconds = 0;  ///< that it took
  };
  void refresh();
  void findNeighbours();
  static Answer answerFor(const Subject& subject, int wanted, const std::atomic<bool>& cancel);
  void showAnswer(const Answer& answer);
  void showNeighbours(const std::vector<Neighbour>& neighbours);
  void retranslate();

  std::optional<Subject> m_subject;
  DataView m_among;  ///< whose images the neighbours are
  bool m_stale = false;
  bool m_urgent = false;  ///< another image, not only another model
  Pacer m_pacer;
  QComboBox* m_class;
  QLabel* m_sentence;
  HeatView* m_saliency;
  HeatView* m_occlusion;
  HeatView* m_contrast;
  QLabel* m_legend;
  QLabel* m_strokes;
  QLabel* m_alike;
  GlyphStrip* m_strip;
  NeighbourFinder m_finder;
  Background m_work;
  QTimer m_pause;  ///< between two readings
};

}  // namespace inkling::ui
