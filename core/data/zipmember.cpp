// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/error.h"
#include "core/base/littleendian.h"
#include "core/data/ziparchive.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace inkling {
namespace {

constexpr std::uint32_t kLocalRecord = 0x04034b50;
constexpr std::size_t kLocalRecordSize = 30;
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint64_t kBestRatio = 1032;                  // of deflate: 258 bytes from 2 bits
constexpr std::size_t kPackedChunk = std::size_t{1} << 18;  // bytes at a time

}  // namespace

class ZipMemberReader::Inflater {
public:
  Inflater(ZipMemberReader& owner) : m_owner(owner) {
    constexpr int kRaw = -15;
    if (inflateInit2(&m_stream, kRaw) != Z_OK)
      owner.m_archive.fail("there is not enough memory to inflate it");
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&m_stream); }

  /// Fills `out`, which must not be empty, or fails.
  void inflateInto(std::span<char> out) {
    while (!out.empty()) out = out.subspan(step(out));
  }
  /// Whether the data end here, as they should.
  void requireEnd() {
    char more = 0;
    while (!m_ended)
      if (step({&more, 1}) > 0) fail();
    if (m_stream.avail_in > 0 || m_owner.m_packed > 0) fail();
  }

private:
  /// Returns how many bytes of `out` were filled: at least one before the end of the data.
  std::size_t step(std::span<char> out) {
    if (m_ended) fail();
    if (m_stream.avail_in == 0) refill();
    constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
    const auto wanted = static_cast<uInt>(std::min(out.size(), kMost));
    m_stream.next_out = reinterpret_cast<Bytef*>(out.data());
    m_stream.avail_out = wanted;
    const bool last = m_stream.avail_in == 0;
    const int result = inflate(&m_stream, Z_NO_FLUSH);
    m_ended = result == Z_STREAM_END;
    if (!m_ended && (result != Z_OK || (last && m_stream.avail_out == wanted))) fail();
    return wanted - m_stream.avail_out;
  }

  void refill() {
    m_chunk.resize(std::min<std::uint64_t>(m_owner.m_packed, kPackedChunk));
    m_owner.readPacked(m_chunk);
    m_stream.next_in = reinterpret_cast<Bytef*>(m_chunk.data());
    m_stream.avail_in = static_cast<uInt>(m_chunk.size());
  }

  [[noreturn]] void fail() const {
    m_owner.m_archive.fail("the compressed data of " + m_owner.m_member.name + " are damaged");
  }

  ZipMemberReader& m_owner;
  std::vector<char> m_chunk;
  z_stream m_stream{};
  bool m_ended = false;
};

ZipMemberReader::ZipMemberReader(const ZipArchive& archive, const ZipMember& member)
    : m_archive(archive),
      m_member(member),
      m_packed(member.packed),
      m_left(member.size) {
  const std::vector<char> record = archive.recordAt(member.offset, kLocalRecordSize, kLocalRecord);
  m_at = member.offset + kLocalRecordSize + littleAt<std::uint16_t>(record, 26) +
         littleAt<std::uint16_t>(record, 28);
  archive.requireBytes(m_at, member.packed);
  if ((member.flags & 1U) != 0) archive.fail(member.name + " is encrypted");
  if (member.method == kStored && member.size != member.packed)
    archive.fail("the sizes of " + member.name + " contradict each other");
  if (member.method != kStored && member.method != kDeflated)
    archive.fail(member.name + " is compressed by method " + std::to_string(member.method) +
                 ", known are 0 and 8");
  if (member.size / kBestRatio > member.packed)
    archive.fail(member.name + " claims to have " + std::to_string(member.size) +
                 " bytes, more than it can hold");
  if (member.method == kDeflated) m_inflater = std::make_unique<Inflater>(*this);
}

ZipMemberReader::~ZipMemberReader() = default;

std::size_t ZipMemberReader::read(std::span<char> out) {
  const auto wanted = out.first(std::min<std::uint64_t>(out.size(), m_left));
  if (m_inflater)
    m_inflater->inflateInto(wanted);
  else
    readPacked(wanted);
  m_crc = static_cast<std::uint32_t>(
      crc32_z(m_crc, reinterpret_cast<const Bytef*>(wanted.data()), wanted.size()));
  m_left -= wanted.size();
  if (m_left == 0) {
    if (m_inflater) m_inflater->requireEnd();
    if (m_crc != m_member.crc) m_archive.fail("the checksum of " + m_member.name + " is wrong");
  }
  return wanted.size();
}

void ZipMemberReader::readPacked(std::span<char> out) {
  m_archive.m_readAt(m_at, out);
  m_at += out.size();
  m_packed -= out.size();
}

}  // namespace inkling
