// How an entry comes to be verified: what was said of it, and the newer version that
// waits while the verified one stays published.
//
// Both lie apart from the entry, under its id: what is said does not change the entry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/region.hpp"

namespace pilah::catalogue {

/// Why a field must be corrected before the entry can be verified.
struct FieldReason {
  std::string pointer;  ///< into the entry, e.g. "/budgets/0/amount"; empty: the whole
  std::string text;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("pointer", self.pointer);
    visit("text", self.text);
  }
  friend bool operator==(const FieldReason&, const FieldReason&) = default;
};

struct Comment {
  std::int64_t number = 0;  ///< within the entry, from 1
  std::string by;           ///< whom history names
  std::int64_t at = 0;      ///< milliseconds since 1970-01-01 UTC
  std::string pointer;      ///< the field that it is about; empty: the whole
  std::string text;
  bool settled = false;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("number", self.number);
    visit("by", self.by);
    visit("at", self.at);
    visit("pointer", self.pointer);
    visit("text", self.text);
    visit("settled", self.settled);
  }
  friend bool operator==(const Comment&, const Comment&) = default;
};

struct Review {
  InnovationId id;  ///< the entry's
  RegionCode region;
  std::string submitted_by;          ///< empty: nothing is submitted
  std::string approved_by;           ///< for the head of the organisation; empty: not yet
  std::vector<FieldReason> reasons;  ///< for which it was returned
  std::vector<Comment> comments;     ///< by number

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("submitted_by", self.submitted_by);
    visit("approved_by", self.approved_by);
    visit("reasons", self.reasons);
    visit("comments", self.comments);
  }
  friend bool operator==(const Review&, const Review&) = default;
};

/// A newer version of a verified entry, on its own way from draft to verified.
struct PendingVersion {
  InnovationId id;  ///< the entry's
  RegionCode region;
  Innovation entry;
  Innovation base;  ///< what was published when it was begun

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("id", self.id);
    visit("region", self.region);
    visit("entry", self.entry);
    visit("base", self.base);
  }
  friend bool operator==(const PendingVersion&, const PendingVersion&) = default;
};

}  // namespace pilah::catalogue
