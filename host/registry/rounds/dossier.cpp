#include "pilah/registry/rounds/dossier.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/merge_patch.hpp"
#include "pilah/registry/monitoring/surveys.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/rounds/dossier_validity.hpp"
#include "pilah/registry/rounds/rounds.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Dossier;
using catalogue::DossierId;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::RegionStep;
using catalogue::Round;
using catalogue::RoundId;
using catalogue::StepProgress;
using catalogue::StepState;

namespace {

const std::vector<RegionStep>& steps_of(const Environment& environment, const RegionCode& region) {
  static const std::vector<RegionStep> none;
  return environment.steps ? environment.steps->of(region) : none;
}

Round round_of(store::Reader& reader, const RegionCode& region, RoundId id) {
  auto stored = reader.find<Round>(region, id);
  if (!stored) {
    throw Refusal(RefusalKind::kNotFound, Message{"round.not_found", {{"id", id.text()}}, ""});
  }
  return std::move(stored->record);
}

void fill_board(store::Reader& reader, const Environment& environment, DossierEntry& entry) {
  const RegionCode& region = entry.dossier.region;
  const auto today = today_of(environment);
  for (const auto& step : steps_of(environment, region)) {
    BoardStep on_board{step, {step.key, StepState::kNotBegun, {}, {}, ""}, "", false};
    for (const auto& progress : entry.dossier.steps) {
      if (progress.step == step.key) on_board.progress = progress;
    }
    const auto& progress = on_board.progress;
    const auto owner = progress.owner
                           ? reader.find<catalogue::Organisation>(region, *progress.owner)
                           : std::nullopt;
    if (owner) on_board.owner = owner->record.name;
    on_board.is_late = progress.due && progress.state != StepState::kDone &&
                       catalogue::is_over(*progress.due, today);
    entry.board.push_back(std::move(on_board));
  }
}

DossierEntry told(const Environment& environment, const RegionCode& region, RoundId id) {
  DossierEntry entry;
  environment.store.read([&](store::Reader& reader) {
    entry = stored_dossier(reader, round_of(reader, region, id));
    fill_board(reader, environment, entry);
    for (const auto& [area, value] : newest_survey_values(reader, region)) {
      entry.survey.push_back(value);
    }
  });
  return entry;
}

DossierEntry changed(const Environment& environment, const Caller& caller, const RegionCode& region,
                     RoundId id, std::optional<std::int64_t> expected_revision,
                     const std::function<void(Dossier&)>& change) {
  require(caller, Deed::kChoose, {region, {}});
  environment.store.write({caller.actor}, [&](store::Writer& writer) {
    const Round round = round_of(writer, region, id);
    if (round.state == catalogue::RoundState::kClosed) {
      throw Refusal(RefusalKind::kConflict, Message{"round.is_closed", {{"name", round.name}}, ""});
    }
    auto entry = stored_dossier(writer, round);
    if (expected_revision && *expected_revision != entry.revision) {
      throw Refusal(RefusalKind::kStale,
                    Message{"dossier.changed_since",
                            {{"name", round.name}, {"revision", std::to_string(entry.revision)}},
                            ""});
    }
    change(entry.dossier);
    writer.put(entry.dossier, entry.revision == 0 ? "added" : "changed");
  });
  return told(environment, region, id);
}

void require_step(const Environment& environment, const RegionCode& region,
                  const StepProgress& progress) {
  const auto& steps = steps_of(environment, region);
  const bool is_known = std::any_of(steps.begin(), steps.end(), [&](const RegionStep& step) {
    return step.key == progress.step;
  });
  if (!is_known) {
    std::string known;
    for (const auto& step : steps) known += (known.empty() ? "" : ", ") + step.key;
    throw Refusal(
        RefusalKind::kNotFound,
        Message{"dossier.no_such_step", {{"step", progress.step}, {"known", known}}, "/step"});
  }
  if (progress.document.size() > kLongestDossierText) {
    throw Refusal(RefusalKind::kInvalid, Message{"dossier.long_text",
                                                 {{"largest", std::to_string(kLongestDossierText)}},
                                                 "/document"});
  }
  if (progress.state == StepState::kDone && progress.document.empty()) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"dossier.done_without_document", {{"step", progress.step}}, "/document"});
  }
}

}  // namespace

DossierEntry stored_dossier(store::Reader& reader, const Round& round) {
  DossierEntry entry;
  entry.round = round.name;
  std::optional<Round> at = round;
  for (std::size_t i = 0; at && i < kMostRounds; ++i) {
    if (auto stored = reader.find<Dossier>(round.region, DossierId{at->id.uuid})) {
      const bool is_own = at->id == round.id;
      entry.dossier = std::move(stored->record);
      if (is_own) entry.revision = stored->revision;
      if (!is_own) entry.inherited = at->name;
      break;
    }
    const auto before = at->follows ? at->follows : at->carried_from;
    const auto stored = before ? reader.find<Round>(round.region, *before) : std::nullopt;
    at = stored ? std::optional(stored->record) : std::nullopt;
  }
  entry.dossier.id = DossierId{round.id.uuid};
  entry.dossier.region = round.region;
  return entry;
}

DossierEntry dossier(const Environment& environment, const Caller& caller, const RegionCode& region,
                     RoundId round) {
  require_somewhere(caller, Deed::kReadInternal, region);
  return told(environment, region, round);
}

DossierEntry change_dossier(const Environment& environment, const Caller& caller,
                            const RegionCode& region, RoundId round,
                            const boost::json::object& patch, std::int64_t expected_revision) {
  return changed(environment, caller, region, round, expected_revision, [&](Dossier& dossier) {
    auto document = std::move(catalogue::to_json(dossier).as_object());
    merge_patch(document, patch);
    auto after = catalogue::from_json<Dossier>(document);
    after.id = dossier.id;
    after.region = dossier.region;
    after.steps = dossier.steps;  // a step of their own changes these
    auto wrong = put_right(after, environment.taxonomy);
    if (!wrong.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong));
    dossier = std::move(after);
  });
}

DossierEntry record_step(const Environment& environment, const Caller& caller,
                         const RegionCode& region, RoundId round, const StepProgress& progress) {
  require(caller, Deed::kChoose, {region, {}});
  require_step(environment, region, progress);
  return changed(environment, caller, region, round, std::nullopt, [&](Dossier& dossier) {
    auto& all = dossier.steps;
    const auto same = std::find_if(
        all.begin(), all.end(), [&](const StepProgress& one) { return one.step == progress.step; });
    if (same == all.end()) {
      all.push_back(progress);
    } else {
      *same = progress;
    }
  });
}

}  // namespace pilah::registry
