#include "pilah/registry/public_sets/public_sets.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/choice/problem_of.hpp"
#include "pilah/registry/intake/file_digest.hpp"
#include "pilah/registry/public_sets/redaction.hpp"
#include "pilah/registry/quick_wins/stored_set.hpp"
#include "pilah/selection/certificate/certificate_document.hpp"
#include "pilah/selection/certificate/certify.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

using catalogue::Message;
using catalogue::Messages;
using catalogue::Publication;
using catalogue::PublicPart;
using catalogue::QuickWinSet;
using catalogue::QuickWinSetId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::SelectionRecord;

[[noreturn]] void refuse_as_unknown(QuickWinSetId id) {
  throw Refusal(RefusalKind::kNotFound, Message{"public_set.not_found", {{"id", id.text()}}, ""});
}

/// The set itself, or the one that stands in its place now.
QuickWinSet in_force(store::Reader& reader, const RegionCode& region, QuickWinSetId id) {
  auto stored = reader.find<QuickWinSet>(region, id);
  if (!stored) refuse_as_unknown(id);
  while (const auto by = amended_by(reader, region, stored->record.id)) {
    stored = stored_set(reader, region, *by);
  }
  return std::move(stored->record);
}

std::string joined(const std::set<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

Messages why_closed(const Openness& open) {
  Messages why;
  if (!open.closed_fields.empty()) {
    why.push_back({"public_set.closed_fields", {{"fields", joined(open.closed_fields)}}, ""});
  }
  if (!open.missing_rules.empty()) {
    why.push_back({"public_set.missing_rules", {{"rules", joined(open.missing_rules)}}, ""});
  }
  if (open.hidden_in_problem > 0) {
    why.push_back(
        {"public_set.hidden_candidates", {{"count", std::to_string(open.hidden_in_problem)}}, ""});
  }
  if (why.empty()) why.push_back({"public_set.no_problem", {}, ""});
  return why;
}

json::array without_hidden(const json::array& named, const Openness& open) {
  json::array left;
  for (const auto& one : named) {
    if (!open.hidden.contains(std::string(one.at("id").as_string()))) left.push_back(one);
  }
  return left;
}

}  // namespace

OpenedSet opened_set(const Environment& environment, const RegionCode& region, QuickWinSetId id) {
  const auto plugins = environment.plugins.plugins();
  OpenedSet opened;
  environment.store.read([&](store::Reader& reader) {
    const auto record = reader.region(region);
    const auto published =
        record ? record->publication.value_or(Publication::usual()) : Publication::usual();
    if (!published.shows_of_sets(PublicPart::kReasons)) refuse_as_unknown(id);
    opened.set = in_force(reader, region, id);
    auto selection = reader.find<SelectionRecord>(region, opened.set.selection);
    if (!selection) refuse_as_unknown(id);
    opened.selection = std::move(selection->record);
    opened.open = openness_of(reader, *plugins, published, opened.selection);
  });
  return opened;
}

PublicSet public_set(const Environment& environment, const RegionCode& region, QuickWinSetId id) {
  auto opened = opened_set(environment, region, id);
  PublicSet shown{std::move(opened.set),
                  redacted(std::move(opened.selection), opened.open),
                  {},
                  std::move(opened.open)};
  for (const auto& candidate : shown.selection.result.at("candidates").as_array()) {
    shown.names.emplace(candidate.at("id").as_string(), candidate.at("name").as_string());
  }
  return shown;
}

PublicInterventions public_interventions(const OpenedSet& opened, const Deadline& deadline) {
  const auto& open = opened.open;
  PublicInterventions shown{
      interventions(StoredChoice(opened.selection), opened.selection, deadline)};
  auto& told = shown.told;
  shown.hidden = static_cast<std::int64_t>(
      std::erase_if(told.each, [&](const auto& one) { return open.hidden.contains(one.id); }));
  for (auto& one : told.each) {
    if (!open.rules) one.price.reset();
  }
  // Of all together the hidden ones are a part.
  if (!open.rules || shown.hidden > 0) told.together.reset();
  for (auto& one : told.weights) {
    if (!open.rules) one.without.reset();
    if (!one.without) continue;
    one.without->enter = without_hidden(one.without->enter, open);
    one.without->leave = without_hidden(one.without->leave, open);
  }
  return shown;
}

void require_problem(const OpenedSet& opened) {
  if (!opened.open.problem) throw Refusal(RefusalKind::kConflict, why_closed(opened.open));
}

std::string public_problem(const OpenedSet& opened) {
  require_problem(opened);
  return json::serialize(opened.selection.problem);
}

std::string public_certificate(const OpenedSet& opened, const Deadline& deadline) {
  const auto text = public_problem(opened);
  const auto problem = solvable(opened.selection.problem);
  const auto answer = selection::solve(problem, deadline.options());
  const auto certificate = selection::certify(problem, answer, deadline.options());
  if (!certificate) {
    throw Refusal(RefusalKind::kUnavailable, Message{"public_set.no_certificate", {}, ""});
  }
  PiecewiseDigest digest;
  digest.feed(text);
  return selection::certificate_document(problem, *certificate, std::move(digest).hexadecimal());
}

}  // namespace pilah::registry
