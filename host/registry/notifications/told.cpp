#include "pilah/registry/notifications/told.hpp"

#include <algorithm>

#include "pilah/catalogue/happening_names.hpp"
#include "pilah/registry/monitoring/report_record.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/workflow/working_version.hpp"
#include "pilah/store/store.hpp"

namespace pilah::registry {

using catalogue::Happening;
using catalogue::HappeningKind;
using catalogue::InnovationId;
using catalogue::Message;

Teller::Teller(store::Reader& reader, const Caller& caller) : reader_(reader), caller_(caller) {
  caller_.scope = catalogue::TokenScope::kAdminister;  // as in addresses_of()
}

std::optional<std::string> Teller::name_of_entry(const Happening& happening) {
  const auto known = names_.find(happening.subject);
  if (known != names_.end()) return known->second;
  std::optional<std::string> name;
  const InnovationId id{happening.subject};
  if (reader_.find_text<catalogue::Innovation>(happening.region, id)) {
    const auto version = working_version(reader_, id);
    if (may(caller_, Deed::kReadInternal, subject_of(version.entry))) name = version.entry.name;
  }
  return names_.emplace(happening.subject, std::move(name)).first->second;
}

std::size_t Teller::waiting_for_caller(const catalogue::MonitoringPeriod& period) {
  const auto known = waiting_.find(period.id);
  if (known != waiting_.end()) return known->second;
  const auto waiting = waiting_in(reader_, period);
  const auto own = std::count_if(waiting.begin(), waiting.end(), [&](const Supervised& one) {
    return one.lead && may(caller_, Deed::kReport, {period.region, one.lead});
  });
  return waiting_.emplace(period.id, static_cast<std::size_t>(own)).first->second;
}

std::optional<Message> Teller::told_of_period(const Happening& happening, Message message) {
  const catalogue::MonitoringPeriodId id{happening.subject};
  const auto stored = reader_.find<catalogue::MonitoringPeriod>(happening.region, id);
  if (!stored || happening.by == caller_.actor) return std::nullopt;
  const auto waiting = waiting_for_caller(stored->record);
  // Who has reported is waited for no more.
  if (waiting == 0) return std::nullopt;
  message.arguments = {{"name", stored->record.name},
                       {"due", stored->record.due.text()},
                       {"count", std::to_string(waiting)}};
  return message;
}

std::optional<Message> Teller::told(const Happening& happening) {
  const auto& region = happening.region;
  Message message{"notification." + std::string(name_of(happening.kind)), {}, ""};
  switch (happening.kind) {
    case HappeningKind::kProposed: {
      if (!may(caller_, Deed::kModerate, {region, {}})) return std::nullopt;
      const auto proposal =
          reader_.find_aside<catalogue::Proposal>(region, catalogue::ProposalId{happening.subject});
      // One that is decided or withdrawn waits for nobody.
      if (!proposal || proposal->state != catalogue::ProposalState::kReceived) return std::nullopt;
      message.arguments = {{"name", proposal->name}};
      return message;
    }
    case HappeningKind::kHandedOver: {
      const bool works_here =
          std::any_of(caller_.grants.begin(), caller_.grants.end(),
                      [&](const auto& grant) { return !grant.region || *grant.region == region; });
      if (!works_here && !caller_.has_data_folder) return std::nullopt;
      const auto from = reader_.accounts().account(catalogue::AccountId{happening.subject});
      message.arguments = {{"from", from ? from->name : "-"}, {"region", region.text()}};
      return message;
    }
    case HappeningKind::kImported: {
      if (!may(caller_, Deed::kImport, {region, {}})) return std::nullopt;
      const auto stored =
          reader_.find<catalogue::ImportRecord>(region, catalogue::ImportId{happening.subject});
      if (!stored) return std::nullopt;
      const auto& record = stored->record;
      message.arguments = {{"list", record.list},
                           {"added", std::to_string(record.added)},
                           {"updated", std::to_string(record.updated)},
                           {"rejected", std::to_string(record.rejected)}};
      return message;
    }
    case HappeningKind::kPeriodOpened:
    case HappeningKind::kReportDue:
      return told_of_period(happening, std::move(message));
    case HappeningKind::kFollowUpRaised: {
      const auto stored =
          reader_.find<catalogue::FollowUp>(region, catalogue::FollowUpId{happening.subject});
      // What is done waits for nobody.
      if (!stored || stored->record.done_on || happening.by == caller_.actor) return std::nullopt;
      if (!may(caller_, Deed::kReport, {region, stored->record.owner})) return std::nullopt;
      message.arguments = {{"text", stored->record.text}, {"due", stored->record.due.text()}};
      return message;
    }
    default: {
      if (happening.by == caller_.actor) return std::nullopt;
      const auto name = name_of_entry(happening);
      if (!name) return std::nullopt;
      message.arguments = {{"name", *name}};
      return message;
    }
  }
}

}  // namespace pilah::registry
