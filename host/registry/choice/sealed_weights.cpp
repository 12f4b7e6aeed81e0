#include "pilah/registry/choice/sealed_weights.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/panel.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/round.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/choice/scenario.hpp"
#include "pilah/registry/choice/scenario_checks.hpp"
#include "pilah/registry/intake/file_digest.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/people/secret.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::PanelId;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Round;
using catalogue::RoundId;
using catalogue::WeightsSeal;
using catalogue::WeightsSealId;

namespace {

namespace json = boost::json;

void append_canonical(const json::value& value, std::string& text) {
  if (const auto* object = value.if_object()) {
    std::map<std::string_view, const json::value*> sorted;
    for (const auto& member : *object) sorted.emplace(member.key(), &member.value());
    char separator = '{';
    for (const auto& [key, member] : sorted) {
      text.append(1, std::exchange(separator, ',')).append(json::serialize(json::string_view(key)));
      text += ':';
      append_canonical(*member, text);
    }
    text += separator == '{' ? "{}" : "}";
  } else if (const auto* list = value.if_array()) {
    char separator = '[';
    for (const auto& element : *list) {
      text += std::exchange(separator, ',');
      append_canonical(element, text);
    }
    text += separator == '[' ? "[]" : "]";
  } else {
    text += json::serialize(value);
  }
}

std::string digest_of(const SealEnvelope& envelope) {
  PiecewiseDigest digest;
  digest.feed(envelope.salt);
  digest.feed(canonical(envelope.content));
  return std::move(digest).hexadecimal();
}

Round round_to_seal(store::Reader& reader, Scenario& scenario) {
  auto round = resolve_round(scenario, reader);
  if (!round) {
    throw Refusal(RefusalKind::kInvalid, Message{"weights_seal.round_missing", {}, "/round"});
  }
  if (round->state == catalogue::RoundState::kClosed) {
    throw Refusal(RefusalKind::kConflict, Message{"round.is_closed", {{"name", round->name}}, ""});
  }
  return *std::move(round);
}

/// Names of the round's panels that are closed, by id.
std::map<PanelId, std::string> closed_panels(store::Reader& reader, const RegionCode& region,
                                             RoundId round) {
  std::map<PanelId, std::string> closed;
  reader.each<catalogue::Panel>(region, [&](const store::Stored<catalogue::Panel>& stored) {
    const auto& panel = stored.record;
    if (panel.round == round && panel.closed_on) closed.emplace(panel.id, panel.name);
    return true;
  });
  return closed;
}

void demand_room(store::Reader& reader, const RegionCode& region, const Round& round) {
  if (stored_seals(reader, region, round.id).size() < kMostSeals) return;
  throw Refusal(RefusalKind::kConflict,
                Message{"weights_seal.too_many",
                        {{"round", round.name}, {"most", std::to_string(kMostSeals)}},
                        "/round"});
}

SealEntry one_of(store::Reader& reader, const RegionCode& region, WeightsSealId id) {
  for (auto& entry : stored_seals(reader, region, std::nullopt)) {
    if (entry.seal.id == id) return std::move(entry);
  }
  throw Refusal(RefusalKind::kNotFound, Message{"weights_seal.not_found", {{"id", id.text()}}, ""});
}

}  // namespace

SealedWeights seal_weights(const Environment& environment, const Caller& caller,
                           const RegionCode& region, const SealRequest& request) {
  require(caller, Deed::kChoose, {region, {}});
  if (request.by.find_first_not_of(" \t\r\n") == std::string::npos ||
      request.by.size() > kLongestScenarioText) {
    throw Refusal(RefusalKind::kInvalid, Message{"weights_seal.by_missing", {}, "/by"});
  }
  Scenario scenario = read_scenario(request.scenario, region);
  if (!request.round.empty()) scenario.round = request.round;
  const auto plugins = environment.plugins.plugins();
  resolve_rules(scenario, *plugins);
  SealedWeights sealed;
  sealed.envelope = {new_secret(environment, "").text, sealed_content(scenario)};
  WeightsSeal seal;
  seal.id = {environment.new_uuid()};
  seal.region = region;
  seal.scenario = scenario.name;
  seal.digest = digest_of(sealed.envelope);
  seal.sealed_on = today_of(environment);
  seal.by = request.by;
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    const Round round = round_to_seal(writer, scenario);
    demand_room(writer, region, round);
    seal.round = round.id;
    seal.closed_before.clear();
    for (const auto& [id, name] : closed_panels(writer, region, round.id)) {
      seal.closed_before.push_back(id);
    }
    writer.put(seal, "sealed");
    sealed.entry = one_of(writer, region, seal.id);
  });
  return sealed;
}

SealEntry open_weights(const Environment& environment, const Caller& caller,
                       const RegionCode& region, WeightsSealId id, const SealEnvelope& envelope) {
  require(caller, Deed::kChoose, {region, {}});
  SealEntry entry;
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    auto seal = one_of(writer, region, id).seal;
    if (seal.opened_on) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"weights_seal.open_already", {{"on", seal.opened_on->text()}}, ""});
    }
    if (digest_of(envelope) != seal.digest) {
      throw Refusal(RefusalKind::kInvalid, Message{"weights_seal.another_envelope",
                                                   {{"by", seal.by}, {"on", seal.sealed_on.text()}},
                                                   "/content"});
    }
    seal.opened_on = today_of(environment);
    seal.salt = envelope.salt;
    seal.content = envelope.content;
    writer.put(seal, "opened");
    entry = one_of(writer, region, id);
  });
  return entry;
}

std::vector<SealEntry> weights_seals(const Environment& environment, const Caller& caller,
                                     const RegionCode& region,
                                     const std::optional<RoundId>& round) {
  require(caller, Deed::kReadInternal, {region, {}});
  std::vector<SealEntry> entries;
  environment.store.read(
      [&](store::Reader& reader) { entries = stored_seals(reader, region, round); });
  return entries;
}

std::vector<SealEntry> stored_seals(store::Reader& reader, const RegionCode& region,
                                    const std::optional<RoundId>& round) {
  std::vector<SealEntry> entries;
  std::map<RoundId, std::map<PanelId, std::string>> closed;
  reader.each<WeightsSeal>(region, [&](const store::Stored<WeightsSeal>& stored) {
    if (!round || stored.record.round == *round) {
      entries.push_back({stored.record, stored.revision, "", {}, {}});
    }
    return true;
  });
  for (auto& entry : entries) {
    const auto of = reader.find<Round>(region, entry.seal.round);
    if (of) entry.round = of->record.name;
    if (closed.count(entry.seal.round) == 0) {
      closed[entry.seal.round] = closed_panels(reader, region, entry.seal.round);
    }
    const auto& before = entry.seal.closed_before;
    for (const auto& [id, name] : closed[entry.seal.round]) {
      const bool was = std::find(before.begin(), before.end(), id) != before.end();
      (was ? entry.closed_before : entry.closed_since).push_back(name);
    }
  }
  return entries;
}

json::object sealed_content(const Scenario& scenario) {
  json::array rules;
  for (const auto& rule : scenario.rules) {
    rules.push_back(json::object{{"plugin", rule.plugin}, {"version", rule.version}});
  }
  json::object content{{"rules", std::move(rules)}};
  if (scenario.weighting) {
    json::object weighting = scenario.weighting->document;
    weighting.erase("reason");
    weighting.erase("by");
    content["weighting"] = std::move(weighting);
  } else if (!scenario.weights.empty()) {
    json::object weights;
    for (const auto& [criterion, weight] : scenario.weights) weights[criterion] = weight;
    content["weights"] = std::move(weights);
  }
  return content;
}

std::string canonical(const json::value& value) {
  std::string text;
  append_canonical(value, text);
  return text;
}

}  // namespace pilah::registry
