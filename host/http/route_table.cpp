#include "pilah/http/route_table.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "pilah/http/description/operation.hpp"
#include "pilah/http/http_refusal.hpp"
#include "pilah/http/percent_encoding.hpp"
#include "pilah/http/tables/table_form.hpp"

namespace pilah::http {
namespace {

/// Calls `use` for each part between slashes of "/a/b", from the front.
template <class Use>
void each_segment(std::string_view path, Use use) {
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    use(path.substr(0, end));
    path.remove_prefix(end);
  }
}

bool is_place(const std::string& segment) { return !segment.empty() && segment.front() == '{'; }

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
  if (pattern.size() != path.size()) return false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (is_place(pattern[i]) ? path[i].empty() : pattern[i] != path[i]) return false;
  }
  return true;
}

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> segments;
  each_segment(path, [&segments](std::string_view segment) { segments.push_back(segment); });
  return segments;
}

bool answers(const Route& route, std::string_view method) {
  return route.method == method || (method == "HEAD" && route.method == "GET");
}

}  // namespace

void RouteTable::add(Route route) {
  std::vector<std::string> pattern;
  each_segment(route.pattern,
               [&pattern](std::string_view segment) { pattern.emplace_back(segment); });
  segments_.push_back(std::move(pattern));
  routes_.push_back(std::move(route));
}

Route& RouteTable::added(std::string_view method, std::string_view pattern) {
  const auto found = std::find_if(routes_.begin(), routes_.end(), [&](const Route& route) {
    return route.method == method && route.pattern == pattern;
  });
  if (found != routes_.end()) return *found;
  throw std::invalid_argument(std::string(method) + ' ' + std::string(pattern) +
                              " is described, but no such route was added");
}

void RouteTable::describe(std::string_view method, std::string_view pattern, Operation operation) {
  added(method, pattern).about = std::make_shared<const Operation>(std::move(operation));
}

void RouteTable::tabulate(std::string_view method, std::string_view pattern, TableForm form) {
  added(method, pattern).table = std::make_shared<const TableForm>(std::move(form));
}

void RouteTable::answer_elsewhere(Route route) { elsewhere_ = std::move(route); }

RouteTable::Match RouteTable::find(std::string_view method, std::string_view path) const {
  const auto segments = segments_of(path);
  Match match;
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (!fits(segments_[i], segments)) continue;
    match.allowed.push_back(routes_[i].method);
    if (routes_[i].method == "GET") match.allowed.emplace_back("HEAD");
    if (match.route || !answers(routes_[i], method)) continue;
    match.route = &routes_[i];
    for (std::size_t at = 0; at < segments.size(); ++at) {
      if (!is_place(segments_[i][at])) continue;
      auto decoded = percent_decoded(segments[at]);
      if (!decoded) throw HttpRefusal(400, {"http.path_malformed", {}, ""});
      match.values.push_back(*std::move(decoded));
    }
  }
  if (match.allowed.empty() && elsewhere_ && answers(*elsewhere_, method)) {
    match.route = &*elsewhere_;
  }
  return match;
}

const Route* RouteTable::peek(std::string_view method, std::string_view path) const {
  const auto segments = segments_of(path);
  for (std::size_t i = 0; i < routes_.size(); ++i) {
    if (answers(routes_[i], method) && fits(segments_[i], segments)) return &routes_[i];
  }
  return nullptr;
}

}  // namespace pilah::http
