// The words of lists: which header means which field, which word means which value.
//
// Read from registry-data (header_aliases.json, value_aliases.json,
// number_words.json), so that a region corrects them without touching code.
// Words compare without regard to case, punctuation and repeated blanks.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/enum_names.hpp"

namespace pilah::registry {

/// The kinds of lists that have headers of their own.
enum class HeaderSet { kInnovations, kOrganisations, kAccounts };

/// Immutable once read; any thread may use it.
class ListWords {
 public:
  /// Throws std::invalid_argument, naming the word, on another shape or on a
  /// word with two meanings within one set.
  static ListWords read(std::string_view header_aliases_json, std::string_view value_aliases_json,
                        std::string_view number_words_json);

  /// The key of the field that `header` names; empty: none is known.
  std::string_view field_of(HeaderSet set, std::string_view header) const;
  /// A header that is known and that no field takes ("No", "NIP").
  bool is_ignored(std::string_view header) const;
  /// Every key that field_of() can answer, sorted.
  const std::vector<std::string>& fields(HeaderSet set) const;
  /// A field that an innovation keeps under its attributes.
  bool is_attribute(std::string_view field) const;

  /// "", "-", "nan", "belum ada": nobody knows.
  bool means_unknown(std::string_view text) const;
  /// Yes, no, or neither of them.
  std::optional<bool> yes_or_no(std::string_view text) const;
  /// The first cell of a row that sums up others ("Jumlah", "Total").
  bool means_total(std::string_view text) const;
  /// 1 to 12 for the name of a month; 0: none.
  int month(std::string_view word) const;
  bool is_weekday(std::string_view word) const;
  /// 1,000,000 for "juta"; 0: no such word.
  std::int64_t multiplier(std::string_view word) const;
  /// 12 for "tahun", 1 for "bulan"; 0: no such word.
  int months_of_unit(std::string_view word) const;
  /// A word that may stand behind a count ("orang").
  bool is_count_unit(std::string_view word) const;

  /// The value that `text` means: the enumeration's own word or an alias.
  template <class Enum>
  std::optional<Enum> value_named(std::string_view text) const {
    return catalogue::enum_named<Enum>(value_word(set_name<Enum>(), text));
  }

 private:
  using Words = std::map<std::string, std::string, std::less<>>;

  template <class Enum>
  static constexpr std::string_view set_name();
  std::string_view value_word(std::string_view set, std::string_view text) const;
  std::int64_t number(std::string_view set, std::string_view word) const;

  Words headers_[3];  // folded header -> field
  std::vector<std::string> fields_[3];
  std::map<std::string, Words, std::less<>> sets_;  // set -> folded word -> value
};

template <>
constexpr std::string_view ListWords::set_name<catalogue::Form>() {
  return "form";
}
template <>
constexpr std::string_view ListWords::set_name<catalogue::Stage>() {
  return "stage";
}
template <>
constexpr std::string_view ListWords::set_name<catalogue::EntryKind>() {
  return "entry_kind";
}
template <>
constexpr std::string_view ListWords::set_name<catalogue::Status>() {
  return "status";
}
template <>
constexpr std::string_view ListWords::set_name<catalogue::ApplicationUse>() {
  return "application_use";
}
template <>
constexpr std::string_view ListWords::set_name<catalogue::FundingSource>() {
  return "funding_source";
}
template <>
constexpr std::string_view ListWords::set_name<catalogue::Role>() {
  return "role";
}
template <>
constexpr std::string_view ListWords::set_name<catalogue::OrganisationKind>() {
  return "organisation_kind";
}

}  // namespace pilah::registry
