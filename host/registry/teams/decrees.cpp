#include "pilah/registry/teams/decrees.hpp"

#include <algorithm>
#include <memory>
#include <tuple>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/person.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/evidence/received_file.hpp"
#include "pilah/registry/intake/merge_patch.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/today.hpp"
#include "pilah/store/evidence_files.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Decree;
using catalogue::DecreeId;
using catalogue::Message;
using catalogue::Messages;
using catalogue::PartialDate;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Team;
using catalogue::TeamId;

namespace {

store::Stored<Decree> found(store::Reader& reader, const RegionCode& region, DecreeId id) {
  auto stored = reader.find<Decree>(region, id);
  if (stored) return *std::move(stored);
  throw Refusal(RefusalKind::kNotFound, Message{"decree.not_found", {{"id", id.text()}}, ""});
}

/// What of a decree can be corrected.
struct DecreeTexts {
  std::string number, subject;
  PartialDate signed_on;
  std::string office;
  PartialDate from;
  std::optional<PartialDate> to;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("number", self.number);
    visit("subject", self.subject);
    visit("signed_on", self.signed_on);
    visit("office", self.office);
    visit("from", self.from);
    visit("to", self.to);
  }
};

class Findings {
 public:
  void line(const std::string& text, bool needed, const char* pointer) {
    if (text.size() <= kLongestDecreeText && !(needed && text.empty())) return;
    wrong_.push_back({"decree.bad_text", {{"most", std::to_string(kLongestDecreeText)}}, pointer});
  }
  void add(Message message) { wrong_.push_back(std::move(message)); }
  void refuse_any() {
    if (!wrong_.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong_));
  }

 private:
  Messages wrong_;
};

void check(const Decree& decree, const PartialDate& today, Findings& findings) {
  findings.line(decree.number, true, "/number");
  findings.line(decree.subject, false, "/subject");
  findings.line(decree.office, true, "/office");
  const auto& day = decree.signed_on;
  if (day.day == 0 || day > today) {
    findings.add({"decree.no_day", {{"day", day.text()}, {"today", today.text()}}, "/signed_on"});
  }
  if (decree.from.year == 0) findings.add({"decree.no_begin", {}, "/from"});
  if (decree.to && is_over(*decree.to, decree.from)) {
    findings.add({"decree.ends_early", {}, "/to"});
  }
}

void require_own_number(store::Reader& reader, const Decree& decree) {
  const std::string folded = text::fold(decree.number);
  reader.each<Decree>(decree.region, [&](const store::Stored<Decree>& stored) {
    if (stored.record.id != decree.id && text::fold(stored.record.number) == folded) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"decree.number_taken", {{"number", decree.number}}, "/number"});
    }
    return true;
  });
}

/// The teams that rest on the decree, now or before.
std::vector<Team> teams_on(store::Reader& reader, const RegionCode& region, DecreeId id) {
  std::vector<Team> teams;
  reader.each<Team>(region, [&](const store::Stored<Team>& stored) {
    const auto& decrees = stored.record.decrees;
    if (std::find(decrees.begin(), decrees.end(), id) != decrees.end()) {
      teams.push_back(stored.record);
    }
    return true;
  });
  return teams;
}

/// Those of the replaced decree that go on under the new one.
std::vector<Team> going_on(store::Reader& reader, const RegionCode& region, const NewDecree& asked,
                           Findings& findings) {
  auto teams = teams_on(reader, region, *asked.replaces);
  if (!asked.teams) return teams;
  std::vector<Team> chosen;
  for (std::size_t i = 0; i < asked.teams->size(); ++i) {
    const auto& id = (*asked.teams)[i];
    const auto team =
        std::find_if(teams.begin(), teams.end(), [&](const Team& each) { return each.id == id; });
    if (team == teams.end()) {
      findings.add({"decree.not_its_team", {{"id", id.text()}}, "/teams/" + std::to_string(i)});
    } else {
      chosen.push_back(*team);
    }
  }
  return chosen;
}

/// The decree that the new one replaces must be there, and not be replaced yet.
void check_replaced(store::Reader& reader, const Decree& decree, Findings& findings) {
  const Decrees all(reader, decree.region);
  const Decree* before = all.find(*decree.replaces);
  if (!before) {
    findings.add({"decree.not_found", {{"id", decree.replaces->text()}}, "/replaces"});
    return;
  }
  if (const Decree* next = all.successor_of(before->id)) {
    throw Refusal(RefusalKind::kConflict,
                  Message{"decree.replaced_already",
                          {{"decree", before->number}, {"by", next->number}},
                          "/replaces"});
  }
  if (decree.from.year != 0 && !has_begun(before->from, decree.from)) {
    findings.add({"decree.begins_before",
                  {{"decree", before->number}, {"from", before->from.text()}},
                  "/from"});
  }
}

DecreeEntry told(store::Reader& reader, const Decrees& all, const store::Stored<Decree>& stored,
                 const PartialDate& today) {
  const Decree& decree = stored.record;
  DecreeEntry entry{decree, "", all.state_of(decree, today), {}, {}, stored.revision};
  const auto person = reader.find<catalogue::Person>(decree.region, decree.signed_by);
  if (person) entry.signed_by = person->record.name;
  if (const Decree* next = all.successor_of(decree.id)) entry.replaced_by = next->id;
  for (const auto& team : teams_on(reader, decree.region, decree.id)) {
    entry.teams.push_back({team.id, team.kind, team.name});
  }
  std::sort(entry.teams.begin(), entry.teams.end(), [](const auto& one, const auto& other) {
    return std::tuple(one.kind, text::fold(one.name), one.id) <
           std::tuple(other.kind, text::fold(other.name), other.id);
  });
  return entry;
}

DecreeEntry told(const Environment& environment, const RegionCode& region, DecreeId id) {
  DecreeEntry entry;
  environment.store.read([&](store::Reader& reader) {
    entry = told(reader, Decrees(reader, region), found(reader, region, id), today_of(environment));
  });
  return entry;
}

void require_none(const Decree& decree) {
  if (!decree.file) return;
  throw Refusal(RefusalKind::kConflict,
                Message{"decree.file_there", {{"file", decree.file->file_name}}, ""});
}

}  // namespace

std::vector<DecreeEntry> decrees(const Environment& environment, const Caller& caller,
                                 const RegionCode& region) {
  require_somewhere(caller, Deed::kReadInternal, region);
  std::vector<DecreeEntry> entries;
  environment.store.read([&](store::Reader& reader) {
    entries.clear();
    const Decrees all(reader, region);
    for (const auto& stored : reader.all<Decree>(region)) {
      entries.push_back(told(reader, all, stored, today_of(environment)));
    }
  });
  std::sort(entries.begin(), entries.end(), [](const auto& one, const auto& other) {
    return std::pair(other.decree.from, other.decree.id) <
           std::pair(one.decree.from, one.decree.id);
  });
  return entries;
}

DecreeEntry decree(const Environment& environment, const Caller& caller, const RegionCode& region,
                   DecreeId id) {
  require_somewhere(caller, Deed::kReadInternal, region);
  return told(environment, region, id);
}

DecreeEntry add_decree(const Environment& environment, const Caller& caller,
                       const RegionCode& region, const NewDecree& asked) {
  require(caller, Deed::kChoose, {region, {}});
  const catalogue::Person signer{
      {environment.new_uuid()}, region, asked.signed_by, "", asked.office, ""};
  const Decree made{{environment.new_uuid()},
                    region,
                    asked.number,
                    asked.subject,
                    asked.signed_on,
                    signer.id,
                    asked.office,
                    asked.from,
                    asked.to,
                    asked.replaces,
                    std::nullopt};
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    Findings findings;
    check(made, today_of(environment), findings);
    findings.line(signer.name, true, "/signed_by");
    std::vector<Team> teams;
    if (made.replaces) {
      check_replaced(writer, made, findings);
      teams = going_on(writer, region, asked, findings);
    } else if (asked.teams) {
      findings.add({"decree.replaces_none", {}, "/teams"});
    }
    findings.refuse_any();
    require_own_number(writer, made);
    if (writer.all<Decree>(region).size() >= kMostDecrees) {
      throw Refusal(RefusalKind::kConflict,
                    Message{"decree.too_many", {{"most", std::to_string(kMostDecrees)}}, ""});
    }
    writer.put(signer, "added");
    writer.put(made, "added");
    for (auto& team : teams) {
      team.decrees.push_back(made.id);
      writer.put(team, "goes on");
    }
  });
  return told(environment, region, made.id);
}

DecreeEntry change_decree(const Environment& environment, const Caller& caller,
                          const RegionCode& region, DecreeId id, const boost::json::object& patch,
                          std::int64_t expected_revision) {
  require(caller, Deed::kChoose, {region, {}});
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto stored = found(writer, region, id);
    Decree& decree = stored.record;
    if (stored.revision != expected_revision) {
      throw Refusal(RefusalKind::kStale, Message{"decree.changed_since",
                                                 {{"number", decree.number},
                                                  {"revision", std::to_string(stored.revision)}},
                                                 ""});
    }
    const DecreeTexts before{decree.number, decree.subject, decree.signed_on,
                             decree.office, decree.from,    decree.to};
    auto document = std::move(catalogue::to_json(before).as_object());
    merge_patch(document, patch);
    const auto after = catalogue::from_json<DecreeTexts>(document);
    std::tie(decree.number, decree.subject, decree.signed_on, decree.office, decree.from,
             decree.to) =
        std::tie(after.number, after.subject, after.signed_on, after.office, after.from, after.to);
    Findings findings;
    check(decree, today_of(environment), findings);
    findings.refuse_any();
    require_own_number(writer, decree);
    writer.put(decree, "corrected");
  });
  return told(environment, region, id);
}

DecreeEntry add_decree_file(const Environment& environment, const Caller& caller,
                            const RegionCode& region, DecreeId id, const EvidenceUpload& upload) {
  require(caller, Deed::kChoose, {region, {}});
  environment.store.read(
      [&](store::Reader& reader) { require_none(found(reader, region, id).record); });
  const auto incoming = environment.store.evidence().receive();
  const auto file = received(*incoming, upload);
  environment.store.write({caller.actor, caller.request}, [&](store::Writer& writer) {
    auto decree = found(writer, region, id).record;
    require_none(decree);
    decree.file = file;
    writer.put(decree, "file added");
  });
  return told(environment, region, id);
}

EvidenceFile decree_file(const Environment& environment, const Caller& caller,
                         const RegionCode& region, DecreeId id) {
  require_somewhere(caller, Deed::kReadInternal, region);
  EvidenceFile file;
  environment.store.read([&](store::Reader& reader) {
    const auto decree = found(reader, region, id).record;
    if (decree.file) file.evidence = *decree.file;
  });
  const std::shared_ptr<store::EvidenceReader> bytes =
      file.evidence.sha256.empty() ? nullptr
                                   : environment.store.evidence().open(file.evidence.sha256);
  if (!bytes) {
    throw Refusal(RefusalKind::kNotFound, Message{"decree.no_file", {{"id", id.text()}}, ""});
  }
  file.next = [bytes](std::string& piece) { return bytes->next(piece); };
  return file;
}

}  // namespace pilah::registry
