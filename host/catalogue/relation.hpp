// How entries of a catalogue hang together: relations between two, packages of several.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

enum class RelationKind { kNeeds, kVariantOf, kReplaces, kContinues };

/// `from` needs, is a variant of, replaces or continues `to`.
struct Relation {
  RelationId id;
  RegionCode region;
  RelationKind kind = RelationKind::kNeeds;
  InnovationId from;
  InnovationId to;
  std::string note;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("kind", self.kind);
    visit("from", self.from);
    visit("to", self.to);
    visit("note", self.note);
  }
  friend bool operator==(const Relation&, const Relation&) = default;
};

/// Entries joined into one candidate (paket): areas united, costs added, the
/// longest duration, one lead. It excludes its members and counts once.
struct Package {
  PackageId id;
  RegionCode region;
  std::string name;
  std::string summary;
  OrganisationId lead;
  std::vector<InnovationId> members;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("name", self.name);
    visit("summary", self.summary);
    visit("lead", self.lead);
    visit("members", self.members);
  }
  friend bool operator==(const Package&, const Package&) = default;
};

}  // namespace pilah::catalogue
