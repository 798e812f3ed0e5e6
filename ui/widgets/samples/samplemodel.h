// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/samples/samplefilter.h"

#include <QAbstractListModel>
#include <QStringList>

#include <memory>
#include <vector>

namespace inkling::ui {

/// What a model says about one sample.
struct SampleVerdict {
  int label = -1;      ///< true class
  int predicted = -1;  ///< −1: not known
  float confidence = 0;
  bool known() const { return predicted >= 0; }
  bool right() const { return predicted == label; }
};

/// The samples of a data view with what a model makes of them, filtered and sorted. New predictions
/// keep the selection where it is.
class SampleModel final : public QAbstractListModel {
  Q_OBJECT

public:
  using PredictionsPtr = std::shared_ptr<const Predictions>;

  explicit SampleModel(QObject* parent = nullptr);

  void setSamples(DataView view, QStringList classNames);  ///< forgets the predictions
  void setPredictions(PredictionsPtr predictions);  ///< of the samples of the view, in its order
  void setFilter(const SampleFilter& filter);

  const DataView& view() const { return m_view; }
  const PredictionsPtr& predictions() const { return m_predictions; }
  const SampleFilter& filter() const { return m_filter; }
  SampleVerdict verdict(int position) const;
  QString className(int label) const;
  int position(const QModelIndex& index) const;  ///< in the data view; −1: none
  QModelIndex indexOf(int position) const;       ///< invalid if it is filtered out

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

private:
  void rearrange();
  QString describe(int position) const;

  DataView m_view;
  PredictionsPtr m_predictions;
  SampleFilter m_filter;
  QStringList m_classNames;
  std::vector<int> m_rows;  ///< positions in the view
};

}  // namespace inkling::ui
