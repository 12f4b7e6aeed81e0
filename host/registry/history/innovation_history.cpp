#include "pilah/registry/history/innovation_history.hpp"

#include <algorithm>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/intake/stored_innovation.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;

/// Steps through two values and writes down where they part.
class Teller {
 public:
  explicit Teller(std::string field) : field_(std::move(field)) {}

  void compare(const value& before, const value& after, const std::string& pointer) {
    if (before == after) return;
    if (before.is_object() && after.is_object()) {
      return objects(before.get_object(), after.get_object(), pointer);
    }
    if (before.is_array() && after.is_array()) {
      return lists(before.get_array(), after.get_array(), pointer);
    }
    // A list that was empty or is now: item by item too.
    if (before.is_null() && after.is_array()) return lists({}, after.get_array(), pointer);
    if (before.is_array() && after.is_null()) return lists(before.get_array(), {}, pointer);
    told_.push_back({pointer, field_, before, after});
  }
  std::vector<FieldChange> take() { return std::move(told_); }

 private:
  void objects(const object& before, const object& after, const std::string& pointer) {
    for (const auto& member : after) {
      const auto* old = before.if_contains(member.key());
      compare(old ? *old : value(nullptr), member.value(), pointer + "/" + key_of(member));
    }
    for (const auto& member : before) {
      if (after.contains(member.key())) continue;
      compare(member.value(), nullptr, pointer + "/" + key_of(member));
    }
  }

  /// Items that stayed at both ends are the same; between them the first was changed
  /// into the first, and so on.
  void lists(const array& before, const array& after, const std::string& pointer) {
    const std::size_t most = std::min(before.size(), after.size());
    std::size_t front = 0;
    while (front < most && before[front] == after[front]) ++front;
    std::size_t back = 0;
    while (back < most - front &&
           before[before.size() - 1 - back] == after[after.size() - 1 - back]) {
      ++back;
    }
    const std::size_t end = std::max(before.size(), after.size()) - back;
    for (std::size_t i = front; i < end; ++i) {
      const bool was = i < before.size() - back;
      const bool is = i < after.size() - back;
      const auto place = pointer + "/" + std::to_string(i);
      if (was && is) {
        compare(before[i], after[i], place);
      } else {
        told_.push_back(
            {place, field_, was ? before[i] : value(nullptr), is ? after[i] : value(nullptr)});
      }
    }
  }

  /// As a JSON pointer writes it (RFC 6901).
  static std::string key_of(const boost::json::key_value_pair& member) {
    std::string key;
    for (const char c : member.key()) {
      key += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    return key;
  }

  std::string field_;
  std::vector<FieldChange> told_;
};

}  // namespace

std::vector<FieldChange> changes_told(const object& change) {
  std::vector<FieldChange> all;
  for (const auto& member : change) {
    const auto& pair = member.value().as_array();
    Teller teller{std::string(member.key())};
    teller.compare(pair.at(0), pair.at(1), "/" + std::string(member.key()));
    for (auto& told : teller.take()) all.push_back(std::move(told));
  }
  return all;
}

namespace {

/// The revisions of the entry, the newest first, for who may see its inside.
std::vector<store::Revision> revisions_of(const Environment& environment, const Caller& caller,
                                          catalogue::InnovationId id) {
  std::vector<store::Revision> revisions;
  environment.store.read([&](store::Reader& reader) {
    const auto stored = stored_innovation(reader, id);
    const auto& region = stored.record.region;
    require(caller, Deed::kReadInternal, subject_of(stored.record));
    revisions = reader.history(region, store::RecordKind::kInnovation, id.uuid);
  });
  return revisions;
}

}  // namespace

std::vector<HistoryEntry> innovation_history(const Environment& environment, const Caller& caller,
                                             catalogue::InnovationId id) {
  std::vector<HistoryEntry> history;
  for (const auto& revision : revisions_of(environment, caller, id)) {
    HistoryEntry entry{revision.number, revision.at, revision.actor, revision.action, {}};
    if (!revision.change.empty()) {
      entry.changes = changes_told(catalogue::parse_json(revision.change).as_object());
    }
    history.push_back(std::move(entry));
  }
  return history;
}

std::vector<FieldChange> fields_changed_since(const Environment& environment, const Caller& caller,
                                              catalogue::InnovationId id, std::int64_t since) {
  std::vector<FieldChange> fields;
  for (const auto& revision : revisions_of(environment, caller, id)) {
    if (revision.number <= since || revision.change.empty()) continue;
    const auto change = catalogue::parse_json(revision.change);
    for (const auto& member : change.as_object()) {
      const std::string field(member.key());
      const auto& pair = member.value().as_array();
      const auto known = std::find_if(fields.begin(), fields.end(),
                                      [&](const FieldChange& each) { return each.field == field; });
      if (known == fields.end()) {
        fields.push_back({"/" + field, field, pair.at(0), pair.at(1)});
      } else {
        known->before = pair.at(0);
      }
    }
  }
  fields.erase(std::remove_if(fields.begin(), fields.end(),
                              [](const FieldChange& each) { return each.before == each.after; }),
               fields.end());
  return fields;
}

}  // namespace pilah::registry
