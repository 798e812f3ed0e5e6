// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/core/support/onnxfile.h"

#include <QtEndian>

#include <cstring>
#include <functional>

namespace inkling::test {
namespace {

// One field of a message in protobuf's wire format
// (https://protobuf.dev/programming-guides/encoding).
struct Field {
  std::uint64_t number = 0;
  std::int64_t integer = 0;  ///< of wire type 0, or the bits of type 5
  QByteArray bytes;          ///< of wire type 2: a text or a message

  std::string text() const { return bytes.toStdString(); }
  float real() const {
    const auto bits = static_cast<std::uint32_t>(integer);
    float value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
};

class Wire {
public:
  explicit Wire(QByteArray bytes) : m_bytes(std::move(bytes)) {}

  bool atEnd() const { return m_at == m_bytes.size(); }

  Field next() {
    const std::uint64_t tag = varint();
    Field field{tag >> 3, 0, {}};
    switch (tag & 7) {
      case 0:
        field.integer = static_cast<std::int64_t>(varint());
        return field;
      case 2:
        field.bytes = take(static_cast<qsizetype>(varint()));
        return field;
      case 5:
        field.integer = qFromLittleEndian<std::uint32_t>(take(4).constData());
        return field;
      default:
        qFatal("not a field of an ONNX file");
    }
  }

private:
  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<std::uint8_t>(take(1).at(0));
      value |= std::uint64_t{byte & 127U} << shift;
      if (byte < 128) return value;
    }
    qFatal("a number without an end");
  }
  QByteArray take(qsizetype count) {
    if (count < 0 || count > m_bytes.size() - m_at) qFatal("a field is cut off");
    m_at += count;
    return m_bytes.mid(m_at - count, count);
  }

  QByteArray m_bytes;
  qsizetype m_at = 0;
};

void eachField(const QByteArray& message, const std::function<void(const Field&)>& visit) {
  for (Wire wire(message); !wire.atEnd();) visit(wire.next());
}

// The numbers of the fields are those of onnx.proto, whose names stand beside them.

void readAttribute(const QByteArray& message, OnnxNode& node) {
  std::string name;
  OnnxNode::Value value;
  std::vector<std::int64_t> list;
  eachField(message, [&](const Field& f) {
    if (f.number == 1) name = f.text();            // name
    if (f.number == 2) value = f.real();           // f
    if (f.number == 3) value = f.integer;          // i
    if (f.number == 8) list.push_back(f.integer);  // ints
  });
  node.attributes[name] = list.empty() ? value : OnnxNode::Value(list);
}

OnnxNode readNode(const QByteArray& message) {
  OnnxNode node;
  eachField(message, [&](const Field& f) {
    if (f.number == 1) node.inputs.push_back(f.text());  // input
    if (f.number == 2) node.output = f.text();           // output
    if (f.number == 4) node.type = f.text();             // op_type
    if (f.number == 5) readAttribute(f.bytes, node);     // attribute
  });
  return node;
}

template <typename Number>
std::vector<Number> numbersIn(const QByteArray& bytes) {
  std::vector<Number> numbers(static_cast<std::size_t>(bytes.size()) / sizeof(Number));
  std::memcpy(numbers.data(), bytes.constData(), numbers.size() * sizeof(Number));
  return numbers;
}

void readTensor(const QByteArray& message, OnnxGraph& graph) {
  constexpr std::int64_t kFloat = 1;
  Tensor tensor;
  std::int64_t type = 0;
  QByteArray data;
  eachField(message, [&](const Field& f) {
    if (f.number == 1) tensor.shape.push_back(static_cast<int>(f.integer));  // dims
    if (f.number == 2) type = f.integer;                                     // data_type
    if (f.number == 8) tensor.name = f.text();                               // name
    if (f.number == 9) data = f.bytes;                                       // raw_data
  });
  if (type != kFloat) {
    graph.shapes[tensor.name] = numbersIn<std::int64_t>(data);
    return;
  }
  tensor.values = numbersIn<float>(data);
  graph.constants.push_back(std::move(tensor));
}

OnnxGraph readGraph(const QByteArray& message) {
  OnnxGraph graph;
  eachField(message, [&](const Field& f) {
    if (f.number == 1) graph.nodes.push_back(readNode(f.bytes));  // node
    if (f.number == 5) readTensor(f.bytes, graph);                // initializer
  });
  return graph;
}

std::pair<std::string, std::string> readEntry(const QByteArray& message) {
  std::pair<std::string, std::string> entry;
  eachField(message, [&](const Field& f) {
    (f.number == 1 ? entry.first : entry.second) = f.text();  // key, value
  });
  return entry;
}

}  // namespace

OnnxFile readOnnx(const QByteArray& bytes) {
  OnnxFile file;
  eachField(bytes, [&](const Field& f) {
    if (f.number == 1) file.irVersion = f.integer;                 // ir_version
    if (f.number == 2) file.producer = f.text();                   // producer_name
    if (f.number == 7) file.graph = readGraph(f.bytes);            // graph
    if (f.number == 14) file.metadata.insert(readEntry(f.bytes));  // metadata_props
    if (f.number != 8) return;                                     // opset_import
    eachField(f.bytes, [&](const Field& version) {
      if (version.number == 2) file.opset = version.integer;
    });
  });
  return file;
}

}  // namespace inkling::test
