// What an innovation is made of beside its plain fields.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/organisation_kind.hpp"
#include "pilah/catalogue/partial_date.hpp"
#include "pilah/catalogue/quantity.hpp"

namespace pilah::catalogue {

/// Who proposed it: an organisation of any kind, a person, or a text not resolved yet.
struct Proposer {
  std::optional<OrganisationId> organisation;
  std::optional<PersonId> person;
  std::string text;
  /// What the proposer says to be, where no organisation of the catalogue tells it.
  std::optional<OrganisationKind> kind = std::nullopt;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("organisation", self.organisation);
    visit("person", self.person);
    visit("text", self.text);
    visit("kind", self.kind);
  }
  friend bool operator==(const Proposer&, const Proposer&) = default;
};

enum class ApplicationUse { kBuilds, kExtends, kReuses };

/// For a digital innovation: what it does with which application of the SPBE inventory.
struct Application {
  ApplicationUse use = ApplicationUse::kBuilds;
  std::string name;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("use", self.use);
    visit("name", self.name);
  }
  friend bool operator==(const Application&, const Application&) = default;
};

enum class PlanKind { kRpjmd, kRenstra };

/// A link to an item of a plan. Without `item` it is unresolved: a text that
/// does not satisfy a rule which demands the link.
struct PlanLink {
  PlanKind kind = PlanKind::kRpjmd;
  std::optional<PlanItemId> item;
  std::string text;  ///< as the list or the person wrote it

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("kind", self.kind);
    visit("item", self.item);
    visit("text", self.text);
  }
  friend bool operator==(const PlanLink&, const PlanLink&) = default;
};

/// A SIPD code, canonical by segment, with the edition of the nomenclature.
struct SipdCode {
  std::string code;
  std::string edition;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("code", self.code);
    visit("edition", self.edition);
  }
  friend bool operator==(const SipdCode&, const SipdCode&) = default;
};

enum class FundingSource { kApbd, kApbn, kCsr, kCommunity, kVillageFund, kGrant, kOther };

/// Money for one year out of one source. `year` 0: not said for which.
/// No amount: the source is known, its amount is not (and is never taken for 0).
struct Budget {
  std::int32_t year = 0;
  std::optional<FundingSource> source;
  std::optional<Rupiah> amount;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("year", self.year);
    visit("source", self.source);
    visit("amount", self.amount);
  }
  friend bool operator==(const Budget&, const Budget&) = default;
};

/// How ready it is, 0 to 4 each: people, budget, resources; physical, digital
/// and social infrastructure; regulation and institutions.
struct Readiness {
  std::optional<Step> struktur;
  std::optional<Step> infrastruktur;
  std::optional<Step> suprastruktur;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("struktur", self.struktur);
    visit("infrastruktur", self.infrastruktur);
    visit("suprastruktur", self.suprastruktur);
  }
  friend bool operator==(const Readiness&, const Readiness&) = default;
};

/// A decimal number as written, canonical: "12.5". Kept as text so that no
/// digit is lost; compared by rules after they parse it.
struct MeasuredValue {
  PartialDate date;
  std::string value;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("date", self.date);
    visit("value", self.value);
  }
  friend bool operator==(const MeasuredValue&, const MeasuredValue&) = default;
};

/// What is measured, from what baseline to what target. Numbers are decimal texts.
struct Indicator {
  std::string definition;
  std::string unit;
  std::string source;
  std::string frequency;
  std::string baseline;                      ///< empty: unknown
  std::string target;                        ///< empty: unknown
  std::vector<MeasuredValue> measured;       ///< as the owner claims
  std::vector<MeasuredValue> verified = {};  ///< as a verifier found them

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("definition", self.definition);
    visit("unit", self.unit);
    visit("source", self.source);
    visit("frequency", self.frequency);
    visit("baseline", self.baseline);
    visit("target", self.target);
    visit("measured", self.measured);
    visit("verified", self.verified);
  }
  friend bool operator==(const Indicator&, const Indicator&) = default;
};

/// Where it happens. Coordinates are decimal degrees as text, WGS 84.
struct Place {
  std::string latitude;
  std::string longitude;
  std::string subdistrict;  ///< Kemendagri code or, failing that, the name
  std::string village;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("latitude", self.latitude);
    visit("longitude", self.longitude);
    visit("subdistrict", self.subdistrict);
    visit("village", self.village);
  }
  friend bool operator==(const Place&, const Place&) = default;
};

/// A file that proves a claim; the file lies beside the database under its SHA-256.
struct Evidence {
  std::string sha256;  ///< 64 hexadecimal digits
  std::string file_name;
  std::string media_type;
  std::string field;                                ///< JSON pointer of the field that it proves
  std::optional<std::int64_t> size = std::nullopt;  ///< bytes

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("sha256", self.sha256);
    visit("file_name", self.file_name);
    visit("media_type", self.media_type);
    visit("field", self.field);
    visit("size", self.size);
  }
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

enum class MappedBy { kPerson, kImporter, kSuggestion };

/// One area of an innovation. A suggestion counts only once confirmed.
struct AreaMapping {
  std::string area;  ///< key of the taxonomy
  bool primary = false;
  MappedBy mapped_by = MappedBy::kPerson;
  bool confirmed = false;
  std::optional<Millionths> confidence;
  std::string alias;  ///< the words it came from when they were an alias ("Smart People")

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("area", self.area);
    visit("primary", self.primary);
    visit("mapped_by", self.mapped_by);
    visit("confirmed", self.confirmed);
    visit("confidence", self.confidence);
    visit("alias", self.alias);
  }
  friend bool operator==(const AreaMapping&, const AreaMapping&) = default;
};

/// Which list and which row of it an innovation came from.
struct Origin {
  std::string list;  ///< name of the list, by default its file name
  std::string key;   ///< the list's own identifier of the row; empty: it has none
  std::string sheet;
  std::int64_t row = 0;  ///< as a spreadsheet shows it

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("list", self.list);
    visit("key", self.key);
    visit("sheet", self.sheet);
    visit("row", self.row);
  }
  friend bool operator==(const Origin&, const Origin&) = default;
};

}  // namespace pilah::catalogue
