#include "desk.hpp"

#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::tests {

using catalogue::Grant;
using catalogue::Innovation;
using catalogue::Role;
using registry::Caller;
using registry::FromVersion;

namespace {

plugin::PluginRepository& no_plugins() {
  static plugin::PluginRepository none("/nonexistent", {"/nonexistent", {}});
  return none;
}

const text::AreaLexicon& lexicon() {
  static const auto read =
      text::AreaLexicon::read(registry_data("area_lexicon.json"),
                              text::Stemming::read(registry_data("stemming.json")), taxonomy());
  return read;
}

const char* word_of(catalogue::RefusalKind kind) {
  switch (kind) {
    case catalogue::RefusalKind::kInvalid:
      return "invalid ";
    case catalogue::RefusalKind::kNotFound:
      return "not found ";
    case catalogue::RefusalKind::kConflict:
      return "conflict ";
    case catalogue::RefusalKind::kStale:
      return "stale ";
    case catalogue::RefusalKind::kForbidden:
      return "forbidden ";
    case catalogue::RefusalKind::kUnavailable:
      return "unavailable ";
  }
  return "";
}

}  // namespace

const catalogue::RegionCode Desk::kRegion = *catalogue::RegionCode::parse("13.11");

Desk::Desk()
    : environment{store,
                  no_plugins(),
                  taxonomy(),
                  directory(),
                  lexicon(),
                  list_words(),
                  [this] {
                    catalogue::Uuid uuid;
                    uuid.bytes[6] = 0x70;
                    uuid.bytes[8] = 0x80;
                    uuid.bytes[15] = static_cast<std::uint8_t>(++last_uuid_);
                    return uuid;
                  },
                  [] { return std::int64_t{0}; },
                  [] { return std::string("2026-01-01"); },
                  nullptr,
                  [this] { return clock; }} {
  registry::add_region(environment, Caller::with_data_folder("test"), "13.11");
  store.write({"test"}, [&](store::Writer& writer) {
    for (auto* each : {&health, &education}) {
      catalogue::Organisation organisation;
      organisation.id = *each = catalogue::OrganisationId{environment.new_uuid()};
      organisation.region = kRegion;
      organisation.code = each == &health ? "DINKES" : "DISDIK";
      organisation.name = each == &health ? "Dinas Kesehatan" : "Dinas Pendidikan";
      writer.put(organisation, "added");
    }
  });
}

Caller Desk::contributor() const { return {"ani", {{Role::kContributor, kRegion, health}}}; }
Caller Desk::head() const { return {"budi", {{Role::kHeadOfOrganisation, kRegion, health}}}; }
Caller Desk::verifier() const { return {"citra", {{Role::kVerifier, kRegion, {}}}}; }
Caller Desk::contributor_elsewhere() const {
  return {"dedi", {{Role::kContributor, kRegion, education}}};
}
Caller Desk::mentor() const { return {"eka", {{Role::kMentor, kRegion, {}}}}; }

FromVersion Desk::draft(const std::string& name) {
  Innovation entry;
  entry.id = catalogue::InnovationId{environment.new_uuid()};
  entry.region = kRegion;
  entry.owner = health;
  entry.name = name;
  entry.summary = "Ibu hamil dijemput sebelum hari kelahiran.";
  catalogue::AreaMapping mapping;
  mapping.area = taxonomy().areas().front().key;
  mapping.primary = true;
  entry.mappings.push_back(mapping);
  FromVersion from{entry.id, 0};
  store.write({"ani"},
              [&](store::Writer& writer) { from.expected_revision = writer.put(entry, "added"); });
  return from;
}

FromVersion Desk::verified(const std::string& name) {
  const FromVersion from = draft(name);
  registry::submit(environment, contributor(), from);
  registry::verify_entry(environment, verifier(), now(from));
  return now(from);
}

FromVersion Desk::now(const FromVersion& from) {
  FromVersion now = from;
  store.read([&](store::Reader& reader) {
    now.expected_revision = registry::working_version(reader, from.id).revision;
  });
  return now;
}

Innovation Desk::published(const FromVersion& from) {
  Innovation entry;
  store.read([&](store::Reader& reader) {
    entry = reader.find<Innovation>(kRegion, from.id).value().record;
  });
  return entry;
}

void Desk::change_region(const std::function<void(catalogue::Region&)>& change) {
  store.write({"test"}, [&](store::Writer& writer) {
    auto region = writer.region(kRegion).value();
    change(region);
    writer.put_region(region);
  });
}

std::string refused(const std::function<void()>& act) {
  try {
    act();
  } catch (const catalogue::Refusal& refusal) {
    return word_of(refusal.kind()) + refusal.messages().front().kind +
           refusal.messages().front().pointer;
  }
  return "not refused";
}

}  // namespace pilah::tests
