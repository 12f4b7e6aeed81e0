#include "pilah/http/pages/web_pages.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/http/compression.hpp"
#include "pilah/http/entity_tag.hpp"

namespace pilah::http {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

/// Once for a whole run, so it may cost what it wants.
constexpr int kSmallest = 9;

std::string content_type_of(const std::filesystem::path& file) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kTypes{{
      {".css", "text/css; charset=utf-8"},
      {".html", "text/html; charset=utf-8"},
      {".ico", "image/x-icon"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".png", "image/png"},
      {".svg", "image/svg+xml"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json"},
      {".woff2", "font/woff2"},
  }};
  const std::string extension = file.extension().string();
  for (const auto& [known, type] : kTypes) {
    if (known == extension) return std::string(type);
  }
  return "application/octet-stream";
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (file.is_open() && !file.bad()) return bytes;
  throw Refusal(RefusalKind::kUnavailable,
                Message{"http.pages_unreadable", {{"file", path.string()}}, ""});
}

WebFile web_file(const std::filesystem::path& path) {
  WebFile file;
  file.content_type = content_type_of(path);
  file.body = bytes_of(path);
  file.tag = body_tag(file.body);
  auto smaller = gzipped(file.body, kSmallest);
  if (!smaller.empty() && smaller.size() < file.body.size()) {
    file.gzipped = std::make_shared<const std::string>(std::move(smaller));
  }
  return file;
}

}  // namespace

std::shared_ptr<const WebPages> WebPages::read(const std::filesystem::path& folder,
                                               std::size_t most_bytes) {
  const auto index = folder / "index.html";
  if (!std::filesystem::is_regular_file(index)) return nullptr;
  auto pages = std::make_shared<WebPages>();
  std::size_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.symlink_status().type() != std::filesystem::file_type::regular) continue;
    bytes += entry.file_size();
    if (bytes > most_bytes) {
      const std::string most = std::to_string(most_bytes / 1024 / 1024);
      throw Refusal(
          RefusalKind::kUnavailable,
          Message{"http.pages_too_large", {{"folder", folder.string()}, {"most", most}}, ""});
    }
    auto file = web_file(entry.path());
    if (entry.path() == index) {
      pages->index_ = std::move(file);
    } else {
      const std::string name = '/' + entry.path().lexically_relative(folder).generic_string();
      pages->files_.emplace(name, std::move(file));
    }
  }
  return pages;
}

const WebFile* WebPages::find(std::string_view path) const {
  const auto found = files_.find(path);
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace pilah::http
