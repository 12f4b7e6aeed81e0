#include "pilah/http/pages/page_answers.hpp"

#include <algorithm>
#include <string>

#include "pilah/http/http_refusal.hpp"

namespace pilah::http {
namespace {

constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors ";

bool lies_below(std::string_view path, std::string_view folder) {
  return path.substr(0, folder.size()) == folder &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

Response file_response(const WebFile& file, const char* kept) {
  Response response;
  response.content_type = file.content_type;
  response.headers = {{"Cache-Control", kept}, {"ETag", file.tag}, {"Vary", "Accept-Encoding"}};
  response.body = file.body;
  response.gzipped = file.gzipped;
  return response;
}

}  // namespace

Response page_answer(const WebPages& pages, std::string_view path) {
  Response response = file_response(pages.index(), "no-cache");
  const char* framed_by = lies_below(path, "/sematan") ? "*" : "'none'";
  response.headers.emplace_back("Content-Security-Policy", std::string(kPagePolicy) + framed_by);
  // At one address lie the page and, for other clients, nothing.
  for (auto& [name, value] : response.headers) {
    if (name == "Vary") value = "Accept, Accept-Encoding";
  }
  return response;
}

Response answer_without_route(const WebPages& pages, const Request& request) {
  if (const auto* file = pages.find(request.path)) {
    // What lies in assets has the mark of its bytes in its name.
    const bool never_changes = lies_below(request.path, "/assets");
    return file_response(*file, never_changes ? "public, max-age=31536000, immutable" : "no-cache");
  }
  if (!lies_below(request.path, "/api") && !lies_below(request.path, "/assets") &&
      asks_for_html(request.accept)) {
    return page_answer(pages, request.path);
  }
  throw HttpRefusal(404, {"http.no_such_address", {{"path", request.path}}, ""});
}

bool asks_for_html(std::string_view accept) {
  constexpr std::string_view kHtml = "text/html";
  while (!accept.empty()) {
    const auto end = std::min(accept.find(','), accept.size());
    auto item = accept.substr(0, end);
    accept.remove_prefix(std::min(end + 1, accept.size()));
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    if (item.substr(0, kHtml.size()) != kHtml) continue;
    const auto rest = item.substr(kHtml.size());
    if (rest.empty() || rest.front() == ';' || rest.front() == ' ') return true;
  }
  return false;
}

}  // namespace pilah::http
