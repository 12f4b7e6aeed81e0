#include "pilah/registry/rounds/round_runs.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/people/document_members.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/store/accounts.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::PluginUse;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Round;
using catalogue::RoundId;
using catalogue::SelectionId;
using catalogue::SelectionRecord;

namespace {

namespace json = boost::json;

/// A run, and what it was made of.
struct ReadRun {
  RoundRun run;
  std::vector<PluginUse> plugins;
  json::object scenario;
};

std::string text_in(std::string_view document) {
  return std::string(catalogue::parse_json(std::string(document)).as_string());
}

/// Of a selection's document only what is asked: its candidates with all their reasons, and
/// its problem, are most of it and stay unread.
ReadRun read_run(const std::string& document) {
  ReadRun read;
  auto& run = read.run;
  each_member(document, [&](const DocumentMember& one) {
    if (one.key == "id") run.selection = *SelectionId::parse(text_in(one.value));
    if (one.key == "name") run.name = text_in(one.value);
    if (one.key == "as_of") run.as_of = text_in(one.value);
    if (one.key == "catalogue_revision") {
      run.catalogue_revision =
          catalogue::parse_json(std::string(one.value)).to_number<std::int64_t>();
    }
    if (one.key == "plugins") {
      read.plugins = catalogue::from_json<std::vector<PluginUse>>(
          catalogue::parse_json(std::string(one.value)));
    }
    if (one.key == "scenario") {
      read.scenario = catalogue::parse_json(std::string(one.value)).as_object();
    }
    if (one.key != "result") return;
    each_member(one.value, [&](const DocumentMember& told) {
      if (told.key == "status") run.status = text_in(told.value);
      if (told.key == "score" && told.value != "null") {
        run.score = catalogue::parse_json(std::string(told.value)).to_number<std::int64_t>();
      }
      if (told.key == "selected" && told.value != "null") {
        run.chosen = catalogue::from_json<std::vector<std::string>>(
            catalogue::parse_json(std::string(told.value)));
      }
    });
  });
  return read;
}

std::vector<ReadRun> runs_of(store::Reader& reader, const RegionCode& region, RoundId round) {
  const std::string named = "\"round\":\"" + round.text() + "\"";
  std::vector<ReadRun> runs;
  reader.each_text<SelectionRecord>(region, [&](const store::Stored<std::string>& stored) {
    if (stored.record.find(named) == std::string::npos) return true;
    auto read = read_run(stored.record);
    const auto* in = read.scenario.if_contains("round");
    if (!in || in->as_string() != round.text()) return true;
    read.run.revision = stored.revision;
    runs.push_back(std::move(read));
    return true;
  });
  std::sort(runs.begin(), runs.end(),
            [](const ReadRun& a, const ReadRun& b) { return a.run.revision < b.run.revision; });
  return runs;
}

class RunTeller {
 public:
  RunTeller(store::Reader& reader, const Caller& caller, const RegionCode& region)
      : reader_(reader), caller_(caller), region_(region) {}

  void tell_who(RoundRun& run) {
    const auto history =
        reader_.history(region_, store::RecordKind::kSelection, run.selection.uuid);
    if (history.empty()) return;
    run.at = history.back().at;
    run.by = name_of(history.back().actor);
  }

  RunDifference difference(const ReadRun& before, const ReadRun& after) {
    RunDifference told;
    told.scenario = scenario_differences(before.scenario, after.scenario);
    told.plugins = plugin_changes(before.plugins, after.plugins);
    told.catalogue = compare_revisions(reader_, caller_, region_, before.run.catalogue_revision,
                                       after.run.catalogue_revision);
    auto& listed = told.catalogue.differences;
    if (listed.size() > kMostRunDifferences) listed.resize(kMostRunDifferences);
    told.other_day = before.run.as_of != after.run.as_of;
    told.enter = without(after.run.chosen, before.run.chosen);
    told.leave = without(before.run.chosen, after.run.chosen);
    if (before.run.score && after.run.score) told.points = *after.run.score - *before.run.score;
    return told;
  }

 private:
  std::string name_of(const std::string& actor) {
    const auto id = catalogue::AccountId::parse(actor);
    const auto account = id ? reader_.accounts().account(*id) : std::nullopt;
    if (!account) return actor;
    return account->name.empty() ? account->login : account->name;
  }

  static std::vector<PluginChange> plugin_changes(const std::vector<PluginUse>& before,
                                                  const std::vector<PluginUse>& after) {
    std::map<std::string, std::pair<const PluginUse*, const PluginUse*>> by_id;
    for (const auto& one : before) by_id[one.id].first = &one;
    for (const auto& one : after) by_id[one.id].second = &one;
    std::vector<PluginChange> changes;
    for (const auto& [id, uses] : by_id) {
      const auto& [was, is] = uses;
      if (was && is && *was == *is) continue;
      PluginChange change{id, was ? was->version : "", is ? is->version : "", false};
      change.other_build = change.before == change.after;
      changes.push_back(std::move(change));
    }
    return changes;
  }

  std::vector<RunCandidate> without(const std::vector<std::string>& all,
                                    const std::vector<std::string>& others) {
    std::vector<RunCandidate> left;
    for (const auto& id : all) {
      if (std::find(others.begin(), others.end(), id) != others.end()) continue;
      left.push_back({id, candidate_name(id)});
    }
    return left;
  }

  std::string candidate_name(const std::string& id) {
    const auto uuid = catalogue::Uuid::parse(id);
    if (!uuid) return {};
    if (const auto entry =
            reader_.find<catalogue::Innovation>(region_, catalogue::InnovationId{*uuid})) {
      return entry->record.name;
    }
    const auto package = reader_.find<catalogue::Package>(region_, catalogue::PackageId{*uuid});
    return package ? package->record.name : std::string();
  }

  store::Reader& reader_;
  const Caller& caller_;
  const RegionCode& region_;
};

}  // namespace

bool RunDifference::same_inputs() const {
  const auto entries =
      std::accumulate(catalogue.totals.begin(), catalogue.totals.end(), std::int64_t{0});
  return scenario.empty() && plugins.empty() && entries == 0 && !other_day;
}

RoundRuns runs_seen(store::Reader& reader, const Caller& caller, const RegionCode& region,
                    RoundId id) {
  const auto round = reader.find<Round>(region, id);
  if (!round) {
    throw Refusal(RefusalKind::kNotFound, Message{"round.not_found", {{"id", id.text()}}, ""});
  }
  RoundRuns told{id, round->record.name, 0, {}};
  auto runs = runs_of(reader, region, id);
  told.left_out = runs.size() > kMostRuns ? runs.size() - kMostRuns : 0;
  RunTeller teller(reader, caller, region);
  for (std::size_t i = told.left_out; i < runs.size(); ++i) {
    teller.tell_who(runs[i].run);
    if (i > 0) runs[i].run.since = teller.difference(runs[i - 1], runs[i]);
    told.runs.push_back(runs[i].run);
  }
  return told;
}

RoundRuns round_runs(const Environment& environment, const Caller& caller, const RegionCode& region,
                     RoundId id) {
  require(caller, Deed::kReadInternal, {region, {}});
  RoundRuns told;
  environment.store.read(
      [&](store::Reader& reader) { told = runs_seen(reader, caller, region, id); });
  return told;
}

}  // namespace pilah::registry
