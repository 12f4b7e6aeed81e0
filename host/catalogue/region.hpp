// Regions and their codes.
//
// Kemendagri writes a region's code with a dot (13.11). BPS, the statistics
// office, writes four digits that look alike and differ in 199 of 514 regions:
// Solok Selatan is Kemendagri 13.11 but BPS 1310, and BPS 1311 is Dharmasraya.
// So bare digits name a region only together with their scheme or its name.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/publication.hpp"

namespace pilah::catalogue {

/// A Kemendagri code: "13.11" for a regency or city, "13" for a province, or
/// "00", the holding list of innovations whose region is not known yet.
class RegionCode {
 public:
  /// Nothing unless `text` has one of the two forms. Says nothing about existence.
  static std::optional<RegionCode> parse(std::string_view text);
  /// The holding list "region unknown".
  static RegionCode unknown() { return RegionCode("00"); }

  const std::string& text() const { return text_; }
  bool is_unknown() const { return text_ == "00"; }
  bool is_province() const { return text_.size() == 2 && !is_unknown(); }

  friend auto operator<=>(const RegionCode&, const RegionCode&) = default;

  /// For records that are filled field by field; not a code of any region.
  RegionCode() = default;

 private:
  explicit RegionCode(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

enum class RegionKind { kProvince, kRegency, kCity, kUnknown };
enum class TimeZone { kWib, kWita, kWit };  ///< UTC+7, +8, +9; Indonesia has no summer time

/// What a region's administrator decided about a plugin. Nothing decided: what was
/// built with the host is enabled, an installed package is not.
struct PluginChoice {
  std::string plugin;  ///< its id
  bool enabled = true;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("plugin", self.plugin);
    visit("enabled", self.enabled);
  }
  friend bool operator==(const PluginChoice&, const PluginChoice&) = default;
};

/// How a region takes submissions.
struct Submission {
  bool approved_by_head = false;  ///< an organisation's head approves before it is verified
  std::string until;  ///< the last minute, in the region's time: "2026-12-31T16:00"; empty: open

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("approved_by_head", self.approved_by_head);
    visit("until", self.until);
  }
  friend bool operator==(const Submission&, const Submission&) = default;
};

/// A region: a province, a regency or a city.
struct Region {
  RegionCode code;
  std::string name;  ///< official, e.g. "Kabupaten Solok Selatan"
  RegionKind kind = RegionKind::kRegency;
  TimeZone time_zone = TimeZone::kWib;
  std::vector<PluginChoice> plugins = {};
  Submission submission = {};
  std::optional<Publication> publication = {};  ///< none: the usual one

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit("code", self.code);
    visit("name", self.name);
    visit("kind", self.kind);
    visit("time_zone", self.time_zone);
    visit("plugins", self.plugins);
    visit("submission", self.submission);
    visit("publication", self.publication);
  }
  friend bool operator==(const Region&, const Region&) = default;
};

/// Whose numbering a code without a dot follows.
enum class CodeScheme { kKemendagri, kBps };

/// All provinces and regions of Indonesia (registry-data/regions.json).
/// Immutable once read; any thread may use it.
class RegionDirectory {
 public:
  /// Reads regions.json. Throws std::invalid_argument on another shape.
  static RegionDirectory read(std::string_view json);

  const Region* find(const RegionCode& code) const;
  const std::vector<Region>& regions() const { return regions_; }

  /// The region that a person or a list names. A dotted or two-digit code is
  /// Kemendagri's. A bare four-digit code needs `scheme`, or `name` must agree
  /// with exactly one of its readings; else Refusal(kInvalid) that names both.
  const Region& resolve(std::string_view code, std::optional<CodeScheme> scheme = std::nullopt,
                        std::string_view name = {}) const;

  /// The region with that name, however it is written ("Kab. Solok Selatan",
  /// "KABUPATEN SOLOK SELATAN", "Pemerintah Kota Bogor"); null when none or
  /// several fit ("Bogor" is a regency and a city).
  const Region* by_name(std::string_view name) const;
  /// The region whose full name ("Kabupaten X", "Kota X", "Provinsi X") stands
  /// within a longer text such as an agency's name; null when none or several.
  const Region* named_within(std::string_view text) const;

 private:
  const Region* by_bps(std::string_view digits) const;

  std::vector<Region> regions_;  // by code
  std::map<std::string, std::size_t, std::less<>> by_code_;
  std::map<std::string, std::size_t, std::less<>> by_bps_;
  std::multimap<std::string, std::size_t, std::less<>> by_name_;
};

}  // namespace pilah::catalogue
