// SPDX-FileCopyrightText: Inkling contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/data/gzip.h"

#include "core/base/error.h"
#include "core/base/readfile.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

namespace inkling {
namespace {

constexpr std::size_t kMaxFileSize = std::size_t{1} << 30;
constexpr std::uint64_t kMaxRatio = 1032;  // 258 bytes from 2 bits, zlib technical details
constexpr int kGzipOnly = 15 + 16;

bool isGzip(std::span<const char> bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

}  // namespace

class ByteSource::Impl {
public:
  explicit Impl(const std::filesystem::path& file)
      : m_name(file.string()),
        m_bytes(readFile(file, kMaxFileSize)),
        m_raw(!isGzip(m_bytes)) {
    if (m_raw) return;
    if (inflateInit2(&m_stream, kGzipOnly) != Z_OK) {
      throw Error("Cannot read " + m_name + ": there is not enough memory to inflate it.");
    }
    m_stream.next_in = reinterpret_cast<Bytef*>(m_bytes.data());
    m_stream.avail_in = static_cast<uInt>(m_bytes.size());
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (!m_raw) inflateEnd(&m_stream);
  }

  std::size_t read(std::span<std::uint8_t> out) { return m_raw ? copy(out) : inflateInto(out); }

  std::uint64_t bound() const { return m_raw ? m_bytes.size() : m_bytes.size() * kMaxRatio; }
  bool isRaw() const { return m_raw; }

private:
  std::size_t copy(std::span<std::uint8_t> out) {
    const std::size_t count = std::min(out.size(), m_bytes.size() - m_at);
    if (count > 0) std::memcpy(out.data(), m_bytes.data() + m_at, count);
    m_at += count;
    return count;
  }

  std::size_t inflateInto(std::span<std::uint8_t> out) {
    std::size_t done = 0;
    while (done < out.size() && !m_ended) {
      constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
      const std::size_t wanted = std::min(out.size() - done, kMost);
      m_stream.next_out = out.data() + done;
      m_stream.avail_out = static_cast<uInt>(wanted);
      const int result = inflate(&m_stream, Z_NO_FLUSH);
      done += wanted - m_stream.avail_out;
      if (result == Z_STREAM_END) {
        nextMember();
      } else if (result != Z_OK) {
        fail(result);
      }
    }
    return done;
  }

  // gzip files may be joined; anything else behind the data is refused.
  void nextMember() {
    if (m_stream.avail_in == 0) {
      m_ended = true;
    } else if (!isGzip({reinterpret_cast<const char*>(m_stream.next_in), m_stream.avail_in})) {
      throw Error(m_name + " goes on at byte " + std::to_string(position()) +
                  ", where its compressed data end.");
    } else {
      inflateReset(&m_stream);
    }
  }

  [[noreturn]] void fail(int result) const {
    if (result == Z_BUF_ERROR) {
      throw Error(m_name + " is cut off: its compressed data go on after byte " +
                  std::to_string(position()) + ", where the file ends.");
    }
    const std::string reason = m_stream.msg ? m_stream.msg : "zlib error " + std::to_string(result);
    throw Error(m_name + " is damaged: its compressed data make no sense at byte " +
                std::to_string(position()) + " (" + reason + ").");
  }

  std::size_t position() const { return m_bytes.size() - m_stream.avail_in; }

  std::string m_name;
  std::vector<char> m_bytes;
  bool m_raw;
  std::size_t m_at = 0;
  bool m_ended = false;
  z_stream m_stream{};
};

ByteSource::ByteSource(const std::filesystem::path& file) : m_impl(std::make_unique<Impl>(file)) {}
ByteSource::~ByteSource() = default;

std::size_t ByteSource::read(std::span<std::uint8_t> out) { return m_impl->read(out); }
std::uint64_t ByteSource::bound() const { return m_impl->bound(); }
bool ByteSource::isRaw() const { return m_impl->isRaw(); }

}  // namespace inkling
