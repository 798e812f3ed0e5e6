// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/train/evaluate.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QListView;
class QToolButton;

namespace inkling::ui {

struct SampleFilter;

class CountLabel;
class SampleModel;
class TileView;

/// A scrolling grid of samples, each with its prediction, and the controls to filter and sort it.
class SampleTiles final : public QWidget {
  Q_OBJECT

public:
  explicit SampleTiles(QWidget* parent = nullptr);

  void setSamples(const DataView& view, const QStringList& classNames);
  /// For the samples given to setSamples(), in that order. Keeps scroll position and selection.
  void setPredictions(std::shared_ptr<const Predictions> predictions);

  /// What is said while there are no samples; empty: that a data set is wanted.
  void setMissingHint(const QString& why);
  void addLeadingControl(QWidget* control);  ///< before the filters
  void offerPredicted();                     ///< also a filter by what is read
  void hidePredictionFilters();              ///< where nothing is read
  SampleFilter filter() const;
  void setFilter(const SampleFilter& filter);

  SampleModel* model() const { return m_model; }
  QListView* view() const;
  int currentSample() const;  ///< position in the data view; −1: none
  void select(int position);

signals:
  void filterChanged();
  /// Another sample is current (mouse or keyboard); −1: none.
  void currentSampleChanged(int position);
  /// Clicked, or Return pressed: show it large.
  void sampleActivated(int position);

protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

private:
  void connectAll();
  void applyFilter();
  void fillClasses(QComboBox* box, const QStringList& names);
  void updateCount();
  void retranslate();

  SampleModel* m_model;
  QString m_missing;
  std::shared_ptr<const std::vector<int>> m_only;  ///< see SampleFilter
  TileView* m_view;
  QHBoxLayout* m_row;
  QComboBox* m_class;
  QComboBox* m_predicted;
  QComboBox* m_sort;
  QToolButton* m_wrongOnly;
  CountLabel* m_count;
};

}  // namespace inkling::ui
