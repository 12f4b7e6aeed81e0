#include "pilah/registry/intake/row_merge.hpp"

#include <algorithm>
#include <string_view>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {

using catalogue::Innovation;

namespace {

using boost::json::object;
using boost::json::value;

bool is_of_the_catalogue(std::string_view field) {
  return field == "id" || field == "region" || field == "status" || field == "origin";
}

/// Parts of these are fields of their own in a list.
bool is_in_parts(std::string_view field) { return field == "attributes" || field == "readiness"; }

bool same(const value* a, const value* b) { return a && b ? *a == *b : a == b; }

class Merge {
 public:
  Merge(const std::vector<std::string>& still_pending, std::vector<std::string>& pending)
      : still_pending_(still_pending), pending_(pending) {}

  void members(const object* base, object& current, const object& fresh,
               const std::string& prefix) {
    for (const auto& entry : fresh) {
      const std::string_view name = entry.key();
      if (prefix.empty() && is_of_the_catalogue(name)) continue;
      const value* was = base ? base->if_contains(name) : nullptr;
      const value* now = current.if_contains(name);
      const value& says = entry.value();
      if (now && *now == says) continue;
      if (prefix.empty() && is_in_parts(name) && now && now->is_object()) {
        const object* was_parts = was ? was->if_object() : nullptr;
        members(was_parts, current[name].get_object(), says.get_object(), std::string(name) + "/");
        continue;
      }
      const std::string path = prefix + std::string(name);
      if (was && *was == says) {
        if (waits(path)) pending_.push_back(path);
      } else if (same(now, was)) {  // both the same, or both not there
        current[name] = says;
      } else {
        pending_.push_back(path);
      }
    }
  }

 private:
  bool waits(const std::string& path) const {
    return std::find(still_pending_.begin(), still_pending_.end(), path) != still_pending_.end();
  }

  const std::vector<std::string>& still_pending_;
  std::vector<std::string>& pending_;
};

}  // namespace

MergedInnovation merge_row(const Innovation& base, const Innovation& current,
                           const Innovation& fresh, const std::vector<std::string>& still_pending) {
  const auto was = catalogue::to_json(base);
  const auto says = catalogue::to_json(fresh);
  auto merged = catalogue::to_json(current);
  MergedInnovation result;
  Merge(still_pending, result.pending)
      .members(&was.get_object(), merged.get_object(), says.get_object(), "");
  catalogue::read_json(merged, result.innovation);
  return result;
}

}  // namespace pilah::registry
