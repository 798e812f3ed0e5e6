// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/tensorfile.h"
#include "core/train/trainer.h"

#include <map>
#include <string>
#include <vector>

namespace inkling {

/// A matrix (column-major) as a tensor of files (row-major) with that shape.
Tensor toTensor(const std::string& name, const Matrix<float>& matrix, std::vector<int> shape);

/// The course of a run, a row a point: step, loss, accuracy.
Tensor toTensor(const std::vector<BatchPoint>& points);
/// Throws Error if the tensor is not of that shape, longer than a course can be or not finite;
/// `source` names the file.
std::vector<BatchPoint> toPoints(const Tensor& tensor, const std::string& source);

/// The parameters and statistics of a network under their names.
std::vector<Tensor> modelTensors(const Network<float>& network);

/// Adds "optimizer.<slot>.<parameter>", "average.<parameter>" and "kept.<parameter>".
void appendState(std::vector<Tensor>& tensors, const TrainingState& state,
                 const Network<float>& network);

/// Throws Error, beginning with `what`, if the tensor holds NaN or infinity.
void requireFinite(const Tensor& tensor, const std::string& what);

/// Fills networks and states from the tensors of a file. Throws Error if one is missing, has
/// another shape, or holds NaN or infinity; `source` names the file.
class TensorTaker {
public:
  TensorTaker(const TensorFile& file, std::string source);

  void take(Network<float>& network);
  void take(TrainingState& state, const Network<float>& network);
  std::vector<BatchPoint> takeBatches();
  /// Throws Error, naming the first tensor that nobody took.
  void requireAllTaken() const;

private:
  void takeInto(Matrix<float>& matrix, const std::string& name, const std::vector<int>& shape);
  std::vector<Matrix<float>> takeAll(const std::string& prefix,
                                     const std::vector<ConstParameter<float>>& like);
  bool has(const std::string& name) const { return m_left.contains(name); }

  std::string m_source;
  std::map<std::string, const Tensor*> m_left;
};

}  // namespace inkling
