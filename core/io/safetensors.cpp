// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/io/safetensors.h"

#include "core/base/error.h"
#include "core/base/filetype.h"
#include "core/base/littleendian.h"
#include "core/base/numbertype.h"
#include "core/io/atomicfile.h"
#include "core/recipe/jsontext.h"

#include <algorithm>

namespace inkling {
namespace {

constexpr std::size_t kPrefix = 8;
constexpr std::size_t kAlignment = 8;
constexpr std::uint64_t kMaxHeader = std::uint64_t{32} << 20;
constexpr const char* kMetadata = "__metadata__";

// Bytes of the data, from begin to before end.
struct Place {
  std::uint64_t begin;
  std::uint64_t end;
  std::string name;
};

class Decoder {
public:
  Decoder(std::span<const char> bytes, const std::string& source)
      : m_bytes(bytes),
        m_source(source) {}

  TensorFile decode() {
    const Json header = readHeader();
    TensorFile file;
    std::vector<Place> places;
    for (const auto& [name, entry] : header.items()) {
      if (name == kMetadata) {
        readMetadata(entry, file.metadata);
      } else {
        file.tensors.push_back(readTensor(name, entry, places));
      }
    }
    requireNoGaps(places);
    return file;
  }

private:
  Json readHeader() {
    requireType(m_bytes, kSafetensorsType, m_source);
    if (m_bytes.size() < kPrefix) {
      fail("it has " + std::to_string(m_bytes.size()) + " bytes, expected are 8 at least");
    }
    const auto length = littleAt<std::uint64_t>(m_bytes, 0);
    if (length > kMaxHeader) {
      fail("byte 0 should begin with a header length of at most " + std::to_string(kMaxHeader) +
           ", found " + std::to_string(length));
    }
    if (length > m_bytes.size() - kPrefix) {
      fail("the header should have " + std::to_string(length) + " bytes, but only " +
           std::to_string(m_bytes.size() - kPrefix) + " follow: the file is cut off");
    }
    const auto text = m_bytes.subspan(kPrefix, static_cast<std::size_t>(length));
    m_data = m_bytes.subspan(kPrefix + text.size());
    Json header = parseJson({text.data(), text.size()}, "The header of " + m_source);
    if (!header.is_object()) fail("the header should be a JSON object, found " + shortText(header));
    return header;
  }

  void readMetadata(const Json& entry, std::map<std::string, std::string>& metadata) const {
    if (!entry.is_object()) fail("the metadata should be an object, found " + shortText(entry));
    for (const auto& [name, value] : entry.items()) {
      if (!value.is_string())
        fail("the metadata \"" + name + "\" should be a text, found " + shortText(value));
      metadata[name] = value.get<std::string>();
    }
  }

  Tensor readTensor(const std::string& name, const Json& entry, std::vector<Place>& places) {
    constexpr std::size_t kFields = 3;
    if (!entry.is_object() || entry.size() != kFields || !entry.contains("dtype") ||
        !entry.contains("shape") || !entry.contains("data_offsets")) {
      fail("tensor \"" + name + "\" should have dtype, shape and data_offsets, found " +
           shortText(entry));
    }
    const NumberType type = readType(name, entry["dtype"]);
    Tensor tensor{name, readShape(name, entry["shape"]), {}};
    const Place place = readPlace(name, entry["data_offsets"]);
    const std::int64_t size = sizeOf(tensor.shape);
    if (size < 0 || place.end - place.begin != static_cast<std::uint64_t>(size) * type.bytes) {
      fail("tensor \"" + name + "\" of shape " + shapeText(tensor.shape) + " has " +
           std::to_string(place.end - place.begin) + " bytes of data, which does not fit");
    }
    m_numbers += static_cast<std::uint64_t>(size);
    if (m_numbers > kMostNumbers)
      fail("it holds more than " + std::to_string(kMostNumbers) + " numbers");
    const auto data = m_data.subspan(place.begin, place.end - place.begin);
    tensor.values = type == NumberType{} ? floatsFrom(data) : floatsOf(data, type);
    places.push_back(place);
    return tensor;
  }

  NumberType readType(const std::string& name, const Json& json) const {
    const auto type =
        json.is_string() ? safetensorsNumberType(json.get_ref<const std::string&>()) : std::nullopt;
    if (!type) {
      fail("tensor \"" + name + "\" has the type " + shortText(json) +
           ", expected is \"F32\", \"F16\", \"BF16\", \"F64\", a whole number such as \"I64\" or "
           "\"BOOL\"");
    }
    return *type;
  }

  std::vector<int> readShape(const std::string& name, const Json& json) const {
    constexpr std::uint64_t kMost = 0x7fffffff;
    const auto isExtent = [](const Json& extent) {
      return extent.is_number_unsigned() && extent.get<std::uint64_t>() <= kMost;
    };
    if (!json.is_array() || json.size() > kMaxDimensions || !std::ranges::all_of(json, isExtent)) {
      fail("tensor \"" + name + "\" should have a shape of at most 8 numbers below 2^31, found " +
           shortText(json));
    }
    return json.get<std::vector<int>>();
  }

  Place readPlace(const std::string& name, const Json& json) const {
    const auto isOffset = [](const Json& offset) { return offset.is_number_unsigned(); };
    if (!json.is_array() || json.size() != 2 || !std::ranges::all_of(json, isOffset)) {
      fail("tensor \"" + name + "\" should have two data_offsets, found " + shortText(json));
    }
    const Place place{json[0].get<std::uint64_t>(), json[1].get<std::uint64_t>(), name};
    if (place.begin > place.end) {
      fail("tensor \"" + name + "\" should have data_offsets in order, found " + shortText(json));
    }
    if (place.end > m_data.size()) {
      fail("the file is cut short: tensor \"" + name + "\" should end at byte " +
           std::to_string(place.end) + " of the data, but there are only " +
           std::to_string(m_data.size()));
    }
    return place;
  }

  void requireNoGaps(std::vector<Place>& places) const {
    std::ranges::sort(places, {},
                      [](const Place& place) { return std::pair(place.begin, place.end); });
    std::uint64_t at = 0;
    for (const Place& place : places) {
      if (place.begin != at) {
        fail("the data of tensor \"" + place.name + "\" should begin at " + std::to_string(at) +
             ", found " + std::to_string(place.begin));
      }
      at = place.end;
    }
    if (at != m_data.size()) {
      fail("the data should have " + std::to_string(at) + " bytes, found " +
           std::to_string(m_data.size()));
    }
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw Error(m_source + " is not a usable safetensors file: " + why + ".");
  }

  std::span<const char> m_bytes;
  std::span<const char> m_data;
  std::uint64_t m_numbers = 0;
  const std::string& m_source;
};

}  // namespace

std::vector<char> encodeSafetensors(const TensorFile& file) {
  Json header = Json::object();
  if (!file.metadata.empty()) header[kMetadata] = file.metadata;
  std::uint64_t at = 0;
  for (const Tensor& tensor : file.tensors) {
    const std::uint64_t end = at + tensor.values.size() * sizeof(float);
    header[tensor.name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {at, end}}};
    at = end;
  }
  std::string text = header.dump(-1, ' ', false, Json::error_handler_t::replace);
  text.append((kAlignment - text.size() % kAlignment) % kAlignment, ' ');
  std::vector<char> bytes;
  bytes.reserve(kPrefix + text.size() + at);
  appendLittle(bytes, std::uint64_t{text.size()});
  bytes.insert(bytes.end(), text.begin(), text.end());
  for (const Tensor& tensor : file.tensors) appendFloats(bytes, tensor.values);
  return bytes;
}

TensorFile decodeSafetensors(std::span<const char> bytes, const std::string& source) {
  return Decoder(bytes, source).decode();
}

TensorFile readSafetensors(const std::filesystem::path& file) {
  return decodeSafetensors(readFile(file, kMaxTensorFile), file.string());
}

void writeSafetensors(const std::filesystem::path& path, const TensorFile& file) {
  writeFileAtomically(path, encodeSafetensors(file));
}

}  // namespace inkling
