// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/base/filetype.h"
#include "core/io/littleendian.h"
#include "core/io/npy.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <set>

namespace inkling {
namespace {

// Records of a zip archive, after PKWARE's APPNOTE.TXT.
constexpr std::uint32_t kLocal = 0x04034b50;
constexpr std::uint32_t kCentral = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kEndSize = 22;
constexpr std::size_t kMaxComment = 65535;
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint64_t kMaxTotal = std::uint64_t{2} << 30;
constexpr std::uint16_t kFirstDay = 0x0021;  // 1 January 1980: archives hold no time

std::uint32_t checksum(std::span<const char> bytes) {
  return static_cast<std::uint32_t>(
      crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

struct Entry {
  std::string name;
  std::uint16_t method = 0;
  std::uint32_t crc = 0;
  std::uint32_t packed = 0;
  std::uint32_t size = 0;
  std::uint32_t offset = 0;
};

// What local and central records have in common, from "version needed" on.
void appendCommon(std::vector<char>& out, const Entry& entry) {
  constexpr std::uint16_t kVersion = 20;
  for (const std::uint16_t value :
       {kVersion, std::uint16_t{0}, kStored, std::uint16_t{0}, kFirstDay}) {
    appendLittle(out, value);
  }
  appendLittle(out, entry.crc);
  appendLittle(out, entry.packed);
  appendLittle(out, entry.size);
  appendLittle(out, static_cast<std::uint16_t>(entry.name.size()));
  appendLittle(out, std::uint16_t{0});  // no extra fields
}

void appendLocal(std::vector<char>& out, const Entry& entry) {
  appendLittle(out, kLocal);
  appendCommon(out, entry);
  out.insert(out.end(), entry.name.begin(), entry.name.end());
}

void appendCentral(std::vector<char>& out, const Entry& entry) {
  appendLittle(out, kCentral);
  appendLittle(out, std::uint16_t{20});
  appendCommon(out, entry);
  for (int i = 0; i < 3; ++i)
    appendLittle(out, std::uint16_t{0});  // comment, disk, internal attributes
  appendLittle(out, std::uint32_t{0});    // external attributes
  appendLittle(out, entry.offset);
  out.insert(out.end(), entry.name.begin(), entry.name.end());
}

void appendEnd(std::vector<char>& out, std::size_t count, std::size_t directory) {
  const std::size_t size = out.size() - directory;
  appendLittle(out, kEnd);
  appendLittle(out, std::uint32_t{0});  // disks
  appendLittle(out, static_cast<std::uint16_t>(count));
  appendLittle(out, static_cast<std::uint16_t>(count));
  appendLittle(out, static_cast<std::uint32_t>(size));
  appendLittle(out, static_cast<std::uint32_t>(directory));
  appendLittle(out, std::uint16_t{0});  // comment
}

class Archive {
public:
  Archive(std::span<const char> bytes, const std::string& source)
      : m_bytes(bytes),
        m_source(source) {}

  std::vector<Entry> entries() const {
    const std::size_t end = findEnd();
    const auto count = littleAt<std::uint16_t>(m_bytes, end + 10);
    std::size_t at = littleAt<std::uint32_t>(m_bytes, end + 16);
    std::vector<Entry> entries;
    for (int i = 0; i < count; ++i) {
      requireRecord(at, kCentralSize, kCentral);
      entries.push_back(entryAt(at));
      at += kCentralSize + entries.back().name.size() + littleAt<std::uint16_t>(m_bytes, at + 30) +
            littleAt<std::uint16_t>(m_bytes, at + 32);
    }
    return entries;
  }

  std::vector<char> contents(const Entry& entry) const {
    requireRecord(entry.offset, kLocalSize, kLocal);
    const std::size_t start = entry.offset + kLocalSize +
                              littleAt<std::uint16_t>(m_bytes, entry.offset + 26) +
                              littleAt<std::uint16_t>(m_bytes, entry.offset + 28);
    requireBytes(start, entry.packed);
    const auto packed = m_bytes.subspan(start, entry.packed);
    std::vector<char> bytes = unpacked(entry, packed);
    if (checksum(bytes) != entry.crc) fail("the checksum of " + entry.name + " is wrong");
    return bytes;
  }

private:
  std::size_t findEnd() const {
    if (m_bytes.size() >= kEndSize) {
      const std::size_t last = m_bytes.size() - kEndSize;
      for (std::size_t back = 0; back <= std::min(last, kMaxComment); ++back) {
        if (littleAt<std::uint32_t>(m_bytes, last - back) == kEnd) return last - back;
      }
    }
    fail("it has no end record, so it is no zip archive or cut off");
  }

  Entry entryAt(std::size_t at) const {
    const auto nameSize = littleAt<std::uint16_t>(m_bytes, at + 28);
    requireBytes(at + kCentralSize, nameSize);
    return {
        {m_bytes.data() + at + kCentralSize, nameSize}, littleAt<std::uint16_t>(m_bytes, at + 10),
        littleAt<std::uint32_t>(m_bytes, at + 16),      littleAt<std::uint32_t>(m_bytes, at + 20),
        littleAt<std::uint32_t>(m_bytes, at + 24),      littleAt<std::uint32_t>(m_bytes, at + 42)};
  }

  std::vector<char> unpacked(const Entry& entry, std::span<const char> packed) const {
    if (entry.method == kStored) {
      if (entry.size != entry.packed) fail("the sizes of " + entry.name + " contradict each other");
      return {packed.begin(), packed.end()};
    }
    if (entry.method != kDeflated) {
      fail(entry.name + " is compressed by method " + std::to_string(entry.method) +
           ", known are 0 and 8");
    }
    constexpr std::uint64_t kMaxRatio = 1032;
    if (entry.size > std::min(kMaxTotal, packed.size() * kMaxRatio)) {
      fail(entry.name + " claims to have " + std::to_string(entry.size) +
           " bytes, more than it can hold");
    }
    return inflated(entry, packed);
  }

  std::vector<char> inflated(const Entry& entry, std::span<const char> packed) const {
    std::vector<char> bytes(std::size_t{entry.size} + 1);  // room to notice one byte too many
    std::vector<char> input(packed.begin(), packed.end());
    z_stream stream{};
    constexpr int kRaw = -15;
    if (inflateInit2(&stream, kRaw) != Z_OK) fail("there is not enough memory to inflate it");
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    const int result = inflate(&stream, Z_FINISH);
    const std::size_t count = bytes.size() - stream.avail_out;
    inflateEnd(&stream);
    if (result != Z_STREAM_END || count != entry.size)
      fail("the compressed data of " + entry.name + " are damaged");
    bytes.pop_back();
    return bytes;
  }

  void requireBytes(std::size_t at, std::size_t count) const {
    if (at > m_bytes.size() || count > m_bytes.size() - at) {
      fail("a record points behind its end, at byte " + std::to_string(at));
    }
  }

  void requireRecord(std::size_t at, std::size_t size, std::uint32_t signature) const {
    requireBytes(at, size);
    if (littleAt<std::uint32_t>(m_bytes, at) != signature) {
      fail("there is no record at byte " + std::to_string(at) + ", where one should be");
    }
  }

  [[noreturn]] void fail(const std::string& why) const {
    throw Error(m_source + " is not a usable .npz file: " + why + ".");
  }

  std::span<const char> m_bytes;
  const std::string& m_source;
};

}  // namespace

std::vector<char> encodeNpz(const std::vector<Tensor>& tensors) {
  std::vector<char> out;
  std::vector<Entry> entries;
  for (const Tensor& tensor : tensors) {
    const std::vector<char> bytes = encodeNpy(tensor);
    if (out.size() + bytes.size() > std::numeric_limits<std::int32_t>::max()) {
      throw Error("The tensors are too large for a .npz file.");
    }
    const auto size = static_cast<std::uint32_t>(bytes.size());
    entries.push_back({tensor.name + ".npy", kStored, checksum(bytes), size, size,
                       static_cast<std::uint32_t>(out.size())});
    appendLocal(out, entries.back());
    out.insert(out.end(), bytes.begin(), bytes.end());
  }
  const std::size_t directory = out.size();
  for (const Entry& entry : entries) appendCentral(out, entry);
  appendEnd(out, entries.size(), directory);
  return out;
}

std::vector<Tensor> decodeNpz(std::span<const char> bytes, const std::string& source) {
  if (typeOf(bytes) != kZipType) requireType(bytes, kNpzType, source);
  const Archive archive(bytes, source);
  std::vector<Tensor> tensors;
  std::set<std::string> names;
  std::uint64_t total = 0;
  std::uint64_t numbers = 0;  // each is a float here, however small it is in the file
  for (const Entry& entry : archive.entries()) {
    const std::string label = source + ": " + entry.name;
    if (!entry.name.ends_with(".npy"))
      throw Error(label + " is not an array (its name lacks .npy).");
    if (!names.insert(entry.name).second) throw Error(label + " is there twice.");
    total += entry.size;
    if (total > kMaxTotal || numbers > kMostNumbers)
      throw Error(source + " holds more than " + std::to_string(kMaxTotal) + " bytes.");
    tensors.push_back(decodeNpy(archive.contents(entry), label));
    tensors.back().name = entry.name.substr(0, entry.name.size() - 4);
    numbers += tensors.back().values.size();
  }
  return tensors;
}

}  // namespace inkling
