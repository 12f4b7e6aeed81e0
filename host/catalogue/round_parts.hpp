// What a round is made of beside its name, dates and place.
#pragma once

#include <optional>
#include <string>

#include "pilah/catalogue/id.hpp"

namespace pilah::catalogue {

enum class RoundState { kPlanned, kOpen, kClosed };

/// What a round is to bring about, and what shows that it did.
struct ExpectedProduct {
  std::string name;
  std::string document;  ///< its title, number or address; empty: it is not there yet

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("name", self.name);
    visit("document", self.document);
  }
  friend bool operator==(const ExpectedProduct&, const ExpectedProduct&) = default;
};

enum class Presence { kPresent, kOnline, kAbsent };

/// How one organisation took part. None recorded is unknown, not absent.
struct Attendance {
  OrganisationId organisation;
  Presence presence = Presence::kPresent;
  std::optional<PersonId> replaced_by;  ///< who came in the place of its head

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("organisation", self.organisation);
    visit("presence", self.presence);
    visit("replaced_by", self.replaced_by);
  }
  friend bool operator==(const Attendance&, const Attendance&) = default;
};

enum class MinuteKind { kDecision, kContribution };

/// What was decided or said in a round, and by whom.
struct Minute {
  MinuteKind kind = MinuteKind::kDecision;
  std::string text;
  std::optional<PersonId> person;
  std::optional<OrganisationId> organisation;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("text", self.text);
    visit("person", self.person);
    visit("organisation", self.organisation);
  }
  friend bool operator==(const Minute&, const Minute&) = default;
};

}  // namespace pilah::catalogue
