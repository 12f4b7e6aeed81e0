// Plugins of the host and of a region, and the keys that are trusted.
#include <boost/json.hpp>

#include "pilah/http/description/schema.hpp"
#include "pilah/http/description/schemas.hpp"

namespace pilah::http {

using namespace schema;

void add_plugin_schemas(boost::json::object& all) {
  const char* const digest = "5f8d0a3c4b7e6f1a2d9c8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e2d1c0b9a8f7e";
  const Schema finding = object({{"severity", words({"note", "warning", "error"})},
                                 {"kind", text("check.constant")},
                                 {"text", text("Kriteria soon sama untuk semua baris contoh.")}});
  all["PluginCheck"] = object({{"at", text("2026-06-30T09:00:00Z")},
                               {"program", text("0.1.0")},
                               {"seed", count(1)},
                               {"tests", count(30)},
                               {"errors", count(0)},
                               {"warnings", count(0)},
                               {"notes", count(1)},
                               {"findings", list(finding)}});
  all["Plugin"] = object({{"id", text("solok-selatan")},
                          {"version", text("1.0.0")},
                          {"name", named("Bilingual")},
                          {"offers", list(text("pilah.rule/1"))},
                          {"digest", text(digest)},
                          {"built_in", yes_no()},
                          {"key", text(digest)},
                          {"signer", text("Tim Smart City Solok Selatan")},
                          {"columns", list(text("duration_months"))},
                          {"criteria", list(text("leverage"))},
                          {"suffixes", list(text(".csv"))},
                          {"licence", text("Apache-2.0")},
                          {"contact", text("https://example.org/pilah")},
                          {"parameters", open_object({{"type", "object"}})},
                          {"enabled_in", list(region_code())},
                          {"check", or_null(named("PluginCheck"))}});
  const Schema told =
      object({{"kind", text("plugin.timed_out")}, {"text", text("Plugin cepat tidak selesai.")}});
  all["PluginList"] = object({{"plugins", list(named("Plugin"))}, {"unusable", list(told)}});
  const Schema summary = object(
      {{"id", text("solok-selatan")}, {"enabled", yes_no()}, {"versions", list(named("Plugin"))}});
  all["RegionPluginList"] = object({{"plugins", list(summary)}});
  all["RegionPlugin"] =
      with(summary, {{"scenario", or_null(open_object({{"name", "Delapan quick win"}}))},
                     {"failures", list(with(told, {{"at", text("2026-06-30T09:00:00Z")},
                                                   {"version", text("1.0.0")}}))}});
  all["PluginEnabled"] = object({{"enabled", yes_no()}});
  all["PluginKeyName"] = object({{"name", text("Tim Smart City Solok Selatan")}});
  all["PluginKeyList"] = object({{"keys", list(object({{"key", text(digest)},
                                                       {"name", text("Tim Smart City")},
                                                       {"revoked", yes_no()}}))}});
}

}  // namespace pilah::http
