// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/train/evaluate.h"
#include "ui/session/neighbourfinder.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace inkling::ui {

class GlyphStrip;
class SampleDetail;
class Session;

/// One image large: what the network makes of it, and the training images it sees most alike.
class Inspector final : public QWidget {
  Q_OBJECT
public:
  explicit Inspector(Session& session, QWidget* parent = nullptr);

  void show(const DataView& view, const Predictions* predictions, const ModelPtr& model,
            int position);
  void clear();
  int position() const { return m_position; }

protected:
  void changeEvent(QEvent* event) override;

private:
  void showNeighbours(const std::vector<Neighbour>& neighbours);
  void look();
  void retranslate();

  Session& m_session;
  SampleDetail* m_detail;
  QPushButton* m_look;
  QLabel* m_title;
  GlyphStrip* m_strip;
  NeighbourFinder m_finder;
  DataView m_view;
  DataView m_train;  ///< the neighbours are among
  int m_position = -1;
};

}  // namespace inkling::ui
