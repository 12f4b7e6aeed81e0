#include "memory_store.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/change.hpp"
#include "pilah/store/kinds.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::tests {

using catalogue::Innovation;
using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Uuid;
using store::RecordKind;

namespace {

class MemoryHappenings : public store::HappeningWriter {
 public:
  explicit MemoryHappenings(MemoryStore::Regions& regions) : all_(regions) {}

  std::vector<catalogue::Happening> told(const RegionCode& region,
                                         const store::Addresses& addresses, std::int64_t before,
                                         std::size_t limit) override {
    std::vector<catalogue::Happening> some;
    const auto& told = all_.at(region).told;
    for (auto each = told.rbegin(); each != told.rend() && some.size() < limit; ++each) {
      const bool reaches =
          std::ranges::find_first_of(each->addresses, addresses) != each->addresses.end();
      if (reaches && each->happening.number < before) some.push_back(each->happening);
    }
    return some;
  }
  std::optional<catalogue::Happening> happening(const RegionCode& region,
                                                std::int64_t number) override {
    for (const auto& each : all_.at(region).told) {
      if (each.happening.number == number) return each.happening;
    }
    return std::nullopt;
  }
  store::ReadMark read_mark(const RegionCode& region, std::string_view account) override {
    return all_.at(region).read[std::string(account)];
  }
  std::int64_t tell(const catalogue::Happening& happening,
                    const store::Addresses& addresses) override {
    auto& told = all_.at(happening.region).told;
    told.push_back({happening, addresses});
    told.back().happening.number = static_cast<std::int64_t>(told.size());
    return told.back().happening.number;
  }
  void mark_read(const RegionCode& region, std::string_view account, std::int64_t number) override {
    all_.at(region).read[std::string(account)].beyond.insert(number);
  }
  void mark_all_read(const RegionCode& region, std::string_view account,
                     std::int64_t until) override {
    all_.at(region).read[std::string(account)].until = until;
  }
  void drop_happenings(const RegionCode&, std::int64_t) override {
    throw std::logic_error("MemoryStore drops no happenings");
  }
  void drop_read_marks(std::string_view account) override {
    for (auto& [code, records] : all_) records.read.erase(std::string(account));
  }

 private:
  MemoryStore::Regions& all_;
};

/// There are none, and none can be added.
class NoWebhooks : public store::WebhookWriter {
 public:
  std::optional<store::WebhookRow> webhook(const catalogue::WebhookId&) override { return {}; }
  std::vector<store::WebhookRow> webhooks(const RegionCode&) override { return {}; }
  std::vector<catalogue::WebhookId> due_webhooks(std::int64_t) override { return {}; }
  std::optional<catalogue::Delivery> first_waiting(const catalogue::WebhookId&) override {
    return {};
  }
  std::optional<catalogue::Delivery> delivery(const catalogue::WebhookId&, std::int64_t) override {
    return {};
  }
  std::vector<catalogue::Delivery> deliveries(const catalogue::WebhookId&, std::int64_t,
                                              std::size_t) override {
    return {};
  }
  void put_webhook(const store::WebhookRow&) override { not_kept(); }
  void drop_webhook(const catalogue::WebhookId&) override { not_kept(); }
  void put_delivery(const catalogue::Delivery&) override { not_kept(); }
  void drop_deliveries(const RegionCode&, std::int64_t) override { not_kept(); }

 private:
  [[noreturn]] static void not_kept() { throw std::logic_error("MemoryStore has no webhooks"); }
};

class MemoryWriter : public store::Writer {
 public:
  MemoryWriter(MemoryStore::Regions& regions, std::string actor)
      : all_(regions), actor_(std::move(actor)), happenings_(regions) {}

  std::vector<catalogue::Region> regions() override {
    std::vector<catalogue::Region> regions;
    for (const auto& [code, records] : all_) regions.push_back(records.region);
    return regions;
  }
  std::optional<catalogue::Region> region(const RegionCode& code) override {
    const auto found = all_.find(code);
    return found == all_.end() ? std::nullopt : std::optional(found->second.region);
  }
  std::int64_t revision(const RegionCode& region) override {
    const auto found = all_.find(region);
    return found == all_.end() ? 0 : found->second.revision;
  }
  std::vector<std::pair<RegionCode, std::int64_t>> revisions() override {
    std::vector<std::pair<RegionCode, std::int64_t>> all;
    for (const auto& [code, records] : all_) all.emplace_back(code, records.revision);
    return all;
  }
  std::vector<store::RecordChange> changes(const RegionCode& region, std::int64_t after,
                                           std::size_t limit) override {
    std::vector<store::RecordChange> changes;
    for (const auto& revision : all_.at(region).revisions) {
      if (revision.number <= after || changes.size() == limit) continue;
      changes.push_back({revision.number, revision.kind, revision.record});
    }
    return changes;
  }
  store::InnovationPage innovations(const RegionCode&, const store::InnovationQuery&) override {
    throw std::logic_error("MemoryStore has no pages");
  }
  std::vector<catalogue::InnovationId> innovations_named(
      const RegionCode& region, const std::optional<catalogue::OrganisationId>& owner,
      std::string_view name) override {
    std::vector<catalogue::InnovationId> ids;
    each<Innovation>(region, [&](const store::Stored<Innovation>& stored) {
      if (stored.record.owner == owner && text::fold(stored.record.name) == text::fold(name)) {
        ids.push_back(stored.record.id);
      }
      return true;
    });
    return ids;
  }
  std::optional<RegionCode> region_of(catalogue::InnovationId id) override {
    for (const auto& [code, records] : all_) {
      if (records.records.contains({RecordKind::kInnovation, id.uuid})) return code;
    }
    return std::nullopt;
  }
  std::optional<store::OriginRow> origin(const RegionCode& region, std::string_view list,
                                         std::string_view key) override {
    const auto records = all_.find(region);
    if (records == all_.end()) return std::nullopt;
    const auto found = records->second.origins.find({std::string(list), std::string(key)});
    if (found == records->second.origins.end()) return std::nullopt;
    return found->second;
  }
  std::vector<store::Revision> history(const RegionCode& region, RecordKind kind,
                                       const Uuid& id) override {
    std::vector<store::Revision> history;
    const auto& revisions = all_.at(region).revisions;
    for (auto entry = revisions.rbegin(); entry != revisions.rend(); ++entry) {
      if (entry->kind == kind && entry->record == id) history.push_back(*entry);
    }
    return history;
  }

  std::vector<std::pair<RegionCode, catalogue::TeamId>> teams_of(
      const catalogue::AccountId&) override {
    not_asked();
  }
  store::AccountWriter& accounts() override {
    throw std::logic_error("MemoryStore has no accounts");
  }
  store::HappeningWriter& happenings() override { return happenings_; }
  store::WebhookWriter& webhooks() override { return webhooks_; }
  void note(const RegionCode&, std::string_view, const catalogue::AccountId&) override {
    throw std::logic_error("MemoryStore has no audit log");
  }
  std::optional<store::WorkingCopy> working_copy(const RegionCode&, std::string_view,
                                                 catalogue::InnovationId) override {
    not_asked();
  }
  std::vector<store::WorkingCopy> working_copies(const RegionCode&, std::string_view) override {
    not_asked();
  }
  std::optional<RegionCode> region_of_working_copy(std::string_view,
                                                   catalogue::InnovationId) override {
    not_asked();
  }
  std::optional<store::KeptRequest> kept_request(std::string_view, std::string_view) override {
    not_asked();
  }
  bool names_evidence(std::string_view) override { not_asked(); }
  std::int64_t put_working_copy(const store::WorkingCopy&) override { not_asked(); }
  void drop_working_copy(const RegionCode&, std::string_view, catalogue::InnovationId) override {}
  void keep_answer(const catalogue::RequestKey&, std::string_view) override { not_asked(); }

  void put_region(const catalogue::Region& region) override { all_[region.code].region = region; }
  void put_origin(const store::OriginRow& origin) override {
    require_region(origin.region).origins[{origin.list, origin.key}] = origin;
  }

 protected:
  std::optional<store::Stored<std::string>> find_document(RecordKind kind, const RegionCode& region,
                                                          const Uuid& id) override {
    const auto records = all_.find(region);
    if (records == all_.end()) return std::nullopt;
    const auto found = records->second.records.find({kind, id});
    if (found == records->second.records.end()) return std::nullopt;
    return store::Stored<std::string>{found->second.json, found->second.revision};
  }
  void each_document(RecordKind kind, const RegionCode& region, const std::optional<Uuid>& after,
                     const std::function<bool(const store::Stored<std::string>&)>& take) override {
    const auto records = all_.find(region);
    if (records == all_.end()) return;
    for (const auto& [key, document] : records->second.records) {
      if (key.first != kind || (after && key.second <= *after)) continue;
      if (!take({document.json, document.revision})) return;
    }
  }
  std::int64_t put_record(RecordKind kind, const RegionCode& region, const Uuid& id,
                          const void* record, std::string_view action) override {
    auto& records = require_region(region);
    const std::string json = store::document_of(kind, record);
    require_references(records, kind, id, record);
    auto& document = records.records[{kind, id}];
    const bool is_new = document.json.empty();
    const std::string change = is_new ? "" : store::replace(document.json, json).change;
    if (!is_new && change.empty()) return document.revision;
    document = {json, ++records.revision};
    records.revisions.push_back(
        {records.revision, 0, actor_, std::string(action), kind, id, change});
    return document.revision;
  }
  std::optional<std::string> aside_with_id(store::AsideKind kind, const RegionCode& region,
                                           const Uuid& id) override {
    const auto found = require_region(region).aside.find({kind, id});
    if (found == all_.at(region).aside.end()) return std::nullopt;
    return found->second.document;
  }
  std::optional<std::string> aside_with_digest(store::AsideKind kind,
                                               const store::Digest& digest) override {
    for (const auto& [code, records] : all_) {
      for (const auto& [key, aside] : records.aside) {
        if (key.first == kind && aside.digest == digest) return aside.document;
      }
    }
    return std::nullopt;
  }
  void each_aside_document(store::AsideKind kind, const RegionCode& region, const Uuid& after,
                           const std::function<bool(const std::string&)>& take) override {
    for (const auto& [key, aside] : require_region(region).aside) {
      if (key.first == kind && key.second > after && !take(aside.document)) return;
    }
  }
  void add_aside_document(store::AsideKind kind, const RegionCode& region, const Uuid& id,
                          const store::Digest& digest, const std::string& document) override {
    require_region(region).aside[{kind, id}] = {digest, document};
  }
  void change_aside_document(store::AsideKind kind, const RegionCode& region, const Uuid& id,
                             const std::string& document) override {
    require_region(region).aside.at({kind, id}).document = document;
  }
  std::int64_t remove_record(RecordKind kind, const RegionCode& region, const Uuid& id,
                             std::string_view action) override {
    auto& records = require_region(region);
    const auto found = records.records.find({kind, id});
    if (found == records.records.end()) {
      throw Refusal(RefusalKind::kNotFound, Message{"store.no_such_record", {}, ""});
    }
    const std::string change = store::replace(found->second.json, store::kNoFields).change;
    records.records.erase(found);
    records.revisions.push_back(
        {++records.revision, 0, actor_, std::string(action), kind, id, change});
    return records.revision;
  }

  /// Of the record as it is; what its history keeps is for tests with the real store.
  std::int64_t erase_fields(RecordKind kind, const RegionCode& region, const Uuid& id,
                            const std::vector<std::string>& fields) override {
    auto& records = require_region(region);
    auto& document = records.records.at({kind, id});
    document = {store::without_fields(document.json, fields), ++records.revision};
    records.revisions.push_back({records.revision, 0, actor_, "erased", kind, id, ""});
    return document.revision;
  }

 private:
  [[noreturn]] static void not_asked() { throw std::logic_error("MemoryStore has no such thing"); }
  MemoryStore::RegionRecords& require_region(const RegionCode& code) {
    const auto found = all_.find(code);
    if (found == all_.end()) {
      throw Refusal(RefusalKind::kNotFound, Message{"store.region", {{"code", code.text()}}, ""});
    }
    return found->second;
  }
  static void require_references(const MemoryStore::RegionRecords& records, RecordKind kind,
                                 const Uuid& id, const void* record) {
    const auto conflict = [](const char* what) {
      throw Refusal(RefusalKind::kConflict, Message{what, {}, ""});
    };
    for (const auto& reference : store::references_of(kind, record)) {
      if (!records.records.contains({reference.kind, reference.id})) {
        conflict("store.missing_reference");
      }
    }
    if (kind != RecordKind::kOrganisation) return;
    const auto& code = static_cast<const catalogue::Organisation*>(record)->code;
    for (const auto& [key, document] : records.records) {
      if (key.first != RecordKind::kOrganisation || key.second == id) continue;
      if (boost::json::parse(document.json).at("code").as_string() == code) {
        conflict("store.code_twice");
      }
    }
  }

  MemoryStore::Regions& all_;
  std::string actor_;
  MemoryHappenings happenings_;
  NoWebhooks webhooks_;
};

class MemoryStaging : public store::Staging {
 public:
  explicit MemoryStaging(MemoryStore::Staged& staged) : staged_(staged) {}
  void append(std::string_view row) override {
    if (staged_.sealed) throw std::logic_error("sealed rows are not appended to");
    staged_.rows.emplace_back(row);
  }
  void seal() override { staged_.sealed = true; }
  void read(std::int64_t first,
            const std::function<bool(std::int64_t, std::string_view)>& take) override {
    for (auto i = static_cast<std::size_t>(first); i < staged_.rows.size(); ++i) {
      if (!take(static_cast<std::int64_t>(i), staged_.rows[i])) return;
    }
  }

 private:
  MemoryStore::Staged& staged_;
};

}  // namespace

void MemoryStore::read(const std::function<void(store::Reader&)>& use) {
  const std::lock_guard lock(mutex_);
  MemoryWriter reader(regions_, "");
  use(reader);
}

void MemoryStore::write(const store::Actor& actor,
                        const std::function<void(store::Writer&)>& change, store::Durability) {
  const std::lock_guard lock(mutex_);
  const Regions before = regions_;
  try {
    MemoryWriter writer(regions_, actor.text);
    change(writer);
    if (repeating_) {
      repeating_ = false;
      regions_ = before;
      MemoryWriter again(regions_, actor.text);
      change(again);
    }
    if (failing_ > 0 && --failing_ == 0) {
      throw Refusal(RefusalKind::kUnavailable, Message{"store.disk_full", {}, ""});
    }
    ++writes_;
  } catch (...) {
    regions_ = before;
    throw;
  }
}

std::unique_ptr<store::Staging> MemoryStore::staging(catalogue::ImportId import) {
  const std::lock_guard lock(mutex_);
  return std::make_unique<MemoryStaging>(staged_[import.uuid]);
}

void MemoryStore::drop_staging(catalogue::ImportId import) {
  const std::lock_guard lock(mutex_);
  staged_.erase(import.uuid);
}

}  // namespace pilah::tests
