#include "pilah/registry/intake/field.hpp"

#include <algorithm>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::registry {
namespace {

constexpr std::string_view kAttributes = "attributes";

/// JSON text of a string of valid UTF-8, appended.
void append_quoted(std::string& json, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  json += '"';
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    json.append(text.substr(from, at - from));
    from = at + 1;
    if (c == '"' || c == '\\') {
      json += '\\';
      json += static_cast<char>(c);
    } else if (c == '\n') {
      json += "\\n";
    } else {
      json += "\\u00";
      json += kHex[c >> 4];
      json += kHex[c & 0xF];
    }
  }
  json.append(text.substr(from));
  json += '"';
}

void append_member(std::string& json, std::string_view name, std::string_view text) {
  if (json.back() != '{') json += ',';
  append_quoted(json, name);
  json += ':';
  append_quoted(json, text);
}

}  // namespace

std::optional<Field> field_named(std::string_view name) {
  const auto found = std::find(kFieldNames.begin(), kFieldNames.end(), name);
  if (found == kFieldNames.end()) return std::nullopt;
  return static_cast<Field>(found - kFieldNames.begin());
}

bool has_lines(Field field) {
  switch (field) {
    case Field::kSummary:
    case Field::kProblem:
    case Field::kTargetGroup:
    case Field::kBenefit:
    case Field::kUniqueness:
    case Field::kOwner:
    case Field::kSupportingOrganisations:
    case Field::kPartners:
    case Field::kRisks:
    case Field::kPlanRpjmd:
    case Field::kPlanRenstra:
    case Field::kAffairsOther:
    case Field::kAreasOther:
    case Field::kPotential:
    case Field::kStrategy:
    case Field::kResources:
    case Field::kLink:
      return true;
    default:
      return false;
  }
}

std::string RowCells::source() const {
  std::size_t size = 2;
  for (const auto& text : text_) size += text.empty() ? 0 : text.size() + text.size() / 16 + 24;
  std::string json;
  json.reserve(size);
  json += '{';
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (!text_[i].empty()) append_member(json, kFieldNames[i], text_[i]);
  }
  if (!attributes.empty()) {
    if (json.back() != '{') json += ',';
    append_quoted(json, kAttributes);
    json += ":{";
    for (const auto& [name, text] : attributes) append_member(json, name, text);
    json += '}';
  }
  json += '}';
  return json;
}

RowCells RowCells::from_source(std::string_view json) {
  RowCells cells;
  const auto document = catalogue::parse_json(json);
  const auto* object = document.if_object();
  if (!object) return cells;
  for (const auto& member : *object) {
    if (const auto* text = member.value().if_string()) {
      if (const auto field = field_named(member.key())) cells[*field] = *text;
    } else if (member.key() == kAttributes && member.value().is_object()) {
      for (const auto& attribute : member.value().get_object()) {
        if (const auto* value = attribute.value().if_string()) {
          cells.attributes.emplace_back(attribute.key(), *value);
        }
      }
    }
  }
  return cells;
}

}  // namespace pilah::registry
