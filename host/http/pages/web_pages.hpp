// The built pages of the browser (host/web): all files of one folder, read once.
//
// A name that somebody asks for is looked up among those that the folder had when it was
// read, so no address reaches any other file. Immutable; any thread.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace pilah::http {

struct WebFile {
  std::string content_type;
  std::string body;
  /// The same as gzip; null: it does not get smaller.
  std::shared_ptr<const std::string> gzipped;
  std::string tag;  ///< ETag of the body
};

class WebPages {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{16} * 1024 * 1024;

  /// Null when `folder` holds no index.html: a host runs without pages, too.
  /// Throws Refusal(kUnavailable) when all files are more than `most_bytes` together, or
  /// one cannot be read. Links in the folder are left out.
  static std::shared_ptr<const WebPages> read(const std::filesystem::path& folder,
                                              std::size_t most_bytes = kMostBytes);

  const WebFile& index() const { return index_; }
  /// The file at "/assets/app-1a2b.js"; null: there is none. The index has no such address.
  const WebFile* find(std::string_view path) const;

 private:
  WebFile index_;
  std::map<std::string, WebFile, std::less<>> files_;
};

}  // namespace pilah::http
