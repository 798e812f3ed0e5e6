// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ink/ink.h"
#include "ui/session/samplereader.h"

#include <QWidget>

class QComboBox;

namespace inkling::ui {

class SampleDetail;
class SampleTiles;
class Session;

/// Samples of the validation or the test set with what the newest model makes of them.
class SamplesPane final : public QWidget {
  Q_OBJECT
public:
  explicit SamplesPane(Session& session, QWidget* parent = nullptr);

  SampleTiles* tiles() const { return m_tiles; }
  const SampleReader& reader() const { return m_reader; }

signals:
  void copyToCanvas(const inkling::Glyph& glyph);
  void failed(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void showSamples();
  void showModel();
  void showDetail(int position);
  std::vector<int> visiblePositions() const;
  QStringList classNames() const;
  void retranslate();

  Session& m_session;
  QComboBox* m_set;
  int m_wanted = 0;  ///< validation, as long as something is held out
  SampleTiles* m_tiles;
  SampleDetail* m_detail;
  SampleReader m_reader;
};

}  // namespace inkling::ui
