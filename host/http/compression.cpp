#include "pilah/http/compression.hpp"

#include <algorithm>
#include <string>

#include <zlib.h>

namespace pilah::http {
namespace {

/// Below this the headers weigh as much as what is saved.
constexpr std::size_t kShortest = 1024;
/// JSON shrinks to a sixth at level 1 already; higher levels cost several times the work.
constexpr int kLevel = 1;
constexpr int kGzipWindow = 15 + 16;  // the largest window, in gzip's wrapping

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Whether "q=0", "q=0.0", ... stands among the parameters.
bool is_refused(std::string_view parameters) {
  const auto q = parameters.find("q=");
  if (q == std::string_view::npos) return false;
  const auto value = trimmed(parameters.substr(q + 2));
  return value.find_first_of("123456789") == std::string_view::npos;
}

bool is_compressed_already(std::string_view content_type) {
  return content_type == "image/png" || content_type == "font/woff2";
}

}  // namespace

std::string gzipped(const std::string& body, int level) {
  z_stream stream{};
  if (::deflateInit2(&stream, level, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    return {};
  }
  std::string compressed(::deflateBound(&stream, static_cast<uLong>(body.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(body.data()));
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  const bool done = ::deflate(&stream, Z_FINISH) == Z_STREAM_END;
  compressed.resize(done ? stream.total_out : 0);
  ::deflateEnd(&stream);
  return compressed;
}

bool takes_gzip(std::string_view accept_encoding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    const auto end = std::min(accept_encoding.find(','), accept_encoding.size());
    const auto item = accept_encoding.substr(0, end);
    accept_encoding.remove_prefix(std::min(end + 1, accept_encoding.size()));
    const auto parameters = std::min(item.find(';'), item.size());
    const auto coding = trimmed(item.substr(0, parameters));
    const bool refused = is_refused(item.substr(parameters));
    if (coding == "gzip" || coding == "x-gzip") return !refused;
    if (coding == "*") any = !refused;
  }
  return any;
}

void compress(Response& response, std::string_view accept_encoding) {
  if (response.body.size() < kShortest || is_compressed_already(response.content_type) ||
      !takes_gzip(accept_encoding)) {
    return;
  }
  std::string compressed = response.gzipped ? *response.gzipped : gzipped(response.body, kLevel);
  if (compressed.empty()) return;
  response.body = std::move(compressed);
  response.headers.emplace_back("Content-Encoding", "gzip");
  for (auto& [name, value] : response.headers) {
    if (name == "ETag" && !value.empty()) value.insert(value.size() - 1, "-gzip");
  }
}

}  // namespace pilah::http
