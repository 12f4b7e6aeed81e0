#include "pilah/http/description/schema.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <boost/json.hpp>

namespace pilah::http::schema {
namespace {

namespace json = boost::json;

Schema typed(std::string_view type) { return {{"type", type}}; }

Schema typed(std::string_view type, json::value example) {
  return {{"type", type}, {"examples", json::array{std::move(example)}}};
}

bool is_among(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The object schema with its members as `change` leaves them, but for those `without`.
template <class Change>
Schema rebuilt(const Schema& object, const std::vector<std::string_view>& without, Change change) {
  Schema properties;
  for (const auto& [name, member] : object.at("properties").as_object()) {
    if (!is_among(without, name)) properties[name] = change(member.as_object());
  }
  Schema schema = object;
  schema["properties"] = std::move(properties);
  schema.erase("required");
  return schema;
}

/// What lies within may be sent in part, too: the rest has its usual value.
Schema relaxed(Schema schema) {
  schema.erase("required");
  if (auto* items = schema.if_contains("items")) *items = relaxed(items->as_object());
  if (auto* properties = schema.if_contains("properties")) {
    for (auto& member : properties->as_object()) {
      member.value() = relaxed(member.value().as_object());
    }
  }
  return schema;
}

}  // namespace

Schema text(std::string_view example) { return typed("string", json::string(example)); }

Schema uuid() {
  Schema schema = text("0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b");
  schema["format"] = "uuid";
  return schema;
}

Schema date() {
  Schema schema = text("2024-03");
  schema["pattern"] = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";
  return schema;
}

Schema region_code() {
  Schema schema = text("13.11");
  schema["pattern"] = "^[0-9]{2}(\\.[0-9]{2})?$";
  return schema;
}

Schema yes_no() { return typed("boolean", true); }

Schema whole(std::int64_t example) { return typed("integer", example); }

Schema count(std::int64_t example) {
  Schema schema = whole(example);
  schema["minimum"] = 0;
  return schema;
}

Schema millionths() { return whole(750'000); }

Schema words(const std::vector<std::string_view>& known) {
  Schema schema = typed("string");
  schema["enum"] = json::array(known.begin(), known.end());
  return schema;
}

Schema named(std::string_view name) {
  return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

Schema list(Schema items) {
  Schema schema = typed("array");
  schema["items"] = std::move(items);
  return schema;
}

Schema map(std::string_view example_key, Schema values) {
  Schema schema = typed("object");
  // A key to show what such an object looks like; others are taken as well.
  schema["properties"] = Schema{{example_key, values}};
  schema["additionalProperties"] = std::move(values);
  return schema;
}

Schema open_object(json::object example) { return typed("object", std::move(example)); }

Schema anything(json::value example) { return {{"examples", json::array{std::move(example)}}}; }

Schema or_null(Schema schema) {
  if (schema.contains("$ref") || schema.contains("anyOf") || schema.contains("enum")) {
    return one_of({std::move(schema), typed("null")});
  }
  schema["type"] = json::array{schema.at("type"), "null"};
  return schema;
}

Schema one_of(std::vector<Schema> schemas) {
  return {{"anyOf", json::array(schemas.begin(), schemas.end())}};
}

Schema object(const std::vector<Member>& members) {
  Schema schema = typed("object");
  schema["properties"] = Schema{};
  schema["additionalProperties"] = false;
  return with(std::move(schema), members);
}

Schema with(Schema object, const std::vector<Member>& members) {
  auto& properties = object.at("properties").as_object();
  json::array required;
  if (const auto* before = object.if_contains("required")) required = before->as_array();
  for (const auto& member : members) {
    properties[member.name] = member.schema;
    if (member.always) required.emplace_back(member.name);
  }
  if (!required.empty()) object["required"] = std::move(required);
  return object;
}

Schema input(const Schema& object, const std::vector<std::string_view>& without,
             const std::vector<std::string_view>& needed) {
  Schema schema = rebuilt(object, without, [](const Schema& member) { return relaxed(member); });
  if (!needed.empty()) schema["required"] = json::array(needed.begin(), needed.end());
  return schema;
}

Schema merge_patch(const Schema& object, const std::vector<std::string_view>& without) {
  return rebuilt(object, without, [](const Schema& member) { return or_null(relaxed(member)); });
}

json::value example_of(const Schema& schema, const json::object& components) {
  if (const auto* examples = schema.if_contains("examples")) return examples->as_array().front();
  if (const auto* reference = schema.if_contains("$ref")) {
    const std::string_view path = reference->as_string();
    return example_of(components.at(path.substr(path.rfind('/') + 1)).as_object(), components);
  }
  if (const auto* known = schema.if_contains("enum")) return known->as_array().front();
  if (const auto* any = schema.if_contains("anyOf")) {
    return example_of(any->as_array().front().as_object(), components);
  }
  if (const auto* items = schema.if_contains("items")) {
    return json::array{example_of(items->as_object(), components)};
  }
  if (const auto* properties = schema.if_contains("properties")) {
    json::object example;
    for (const auto& [name, member] : properties->as_object()) {
      example[name] = example_of(member.as_object(), components);
    }
    return example;
  }
  return nullptr;
}

std::string_view text_example(std::string_view field) {
  static constexpr auto kExamples = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"affairs", "Kesehatan"},
      {"alias", "Smart People"},
      {"aliases", "Dinkes"},
      {"area", "health"},
      {"baseline", "90"},
      {"benefit", "Pasien tidak lagi mengantre sejak subuh."},
      {"code", "DINKES"},
      {"definition", "Rata-rata waktu tunggu"},
      {"digest", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
      {"edition", "2024"},
      {"field", "/indicators/0"},
      {"file_name", "sk-bupati.pdf"},
      {"frequency", "bulanan"},
      {"id", "quick-win-national"},
      {"key", "17"},
      {"latitude", "-1.4953"},
      {"links", "https://rsud.example.go.id/antrean"},
      {"list", "innovations.csv"},
      {"longitude", "101.2587"},
      {"media_type", "application/pdf"},
      {"name", "Antrean RSUD Tanpa Menunggu"},
      {"partners", "BPJS Kesehatan"},
      {"plugin", "solok-selatan"},
      {"potential", "Dapat dipakai semua puskesmas."},
      {"problem", "Pasien mengantre berjam-jam."},
      {"resources", "APBD dan CSR"},
      {"risks", "Jaringan di nagari terpencil."},
      {"sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
      {"sheet", "Inovasi"},
      {"short_name", "ARTM"},
      {"source", "SIMRS"},
      {"strategy", "Mulai di RSUD, lalu puskesmas."},
      {"subdistrict", "13.11.02"},
      {"summary", "Pasien mengambil nomor antrean dari rumah."},
      {"target", "30"},
      {"target_group", "pasien rawat jalan"},
      {"text", "Program Pemenuhan Upaya Kesehatan"},
      {"uniqueness", "Yang pertama di kabupaten ini."},
      {"unit", "menit"},
      {"value", "75"},
      {"version", "1.0.0"},
      {"village", "13.11.02.2001"},
      {"as_of", "2026-01-31"},
      {"office", "Kepala Dinas"},
      {"reason", "Sudah dianggarkan."},
      {"login", "siti"},
      {"language", "id"},
      {"decree", "SK Bupati 100/2025"},
      {"note", "Perlu jaringan yang sama."},
      {"duty", "ketua"},
      {"dimension", "smart-living"},
      {"by", "command-line"},
      {"pointer", "/summary"},
      {"until", "2026-12-31T16:00"},
      {"proposer", "Ibu Siti"},
      {"contact", "0812"},
      {"decided_by", "command-line"},
      {"open_fields", "budgets"},
      {"en", "moves several agencies or services"},
      {"account", "siti"},
      {"criterion", "leverage"},
      {"criteria", "leverage"},
      {"programme", "Program Pemenuhan Upaya Kesehatan"},
      {"output", "Antrean daring di 16 puskesmas"},
      {"candidate", "0197a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b"},
      {"chosen_reason", "Terpilih dan terbukti terbaik."},
      {"agenda", "Kondisi daerah"},
      {"place", "Padang Aro"},
      {"snapshot", "Bimtek I"},
      {"document", "BA 12/2024"},
      {"vision", "Maju dan sejahtera"},
      {"missions", "Pelayanan dekat"},
      {"policies", "Satu data"},
      {"step", "readiness"},
      {"stage", "building"},
      {"from", "Inspektorat, LHP 12/2026"},
      {"answer", "Petugas sudah dilatih."},
      {"responsible", "Siti Aminah"},
      {"obstacle", "Pengadaan server mundur."},
      {"explanation", "Menunggu perubahan anggaran."},
      {"number", "188.45/12/2026"},
      {"subject", "Dewan Smart City"},
  });
  const auto* found = std::find_if(kExamples.begin(), kExamples.end(),
                                   [field](const auto& each) { return each.first == field; });
  return found == kExamples.end() ? std::string_view("Contoh") : found->second;
}

}  // namespace pilah::http::schema
