#include "pilah/registry/documents/plugins.hpp"

#include <boost/json.hpp>

#include "pilah/plugin/package/parameters.hpp"
#include "pilah/registry/documents/account.hpp"

namespace pilah::registry {
namespace {

plugin::SchemaLanguage schema_language(catalogue::Language language) {
  return language == catalogue::Language::kEnglish ? plugin::SchemaLanguage::kEnglish
                                                   : plugin::SchemaLanguage::kIndonesian;
}

}  // namespace

boost::json::object check_document(const CheckAnswer& answer, const catalogue::Sentences& sentences,
                                   catalogue::Language language) {
  boost::json::array findings;
  for (const auto& finding : answer.findings) {
    std::string text = sentences.say(finding.message, language);
    for (const auto& end : finding.ends) text += " " + sentences.say(end, language);
    findings.push_back(
        {{"severity", finding.severity}, {"kind", finding.message.kind}, {"text", text}});
  }
  return {{"seed", answer.seed},     {"tests", answer.tests},
          {"errors", answer.errors}, {"warnings", answer.warnings},
          {"notes", answer.notes},   {"findings", std::move(findings)}};
}

boost::json::object plugin_check_document(const PluginCheck& check,
                                          const catalogue::Sentences& sentences,
                                          catalogue::Language language) {
  auto document = check_document(check.answer, sentences, language);
  document["at"] = instant_text(check.at);
  document["program"] = check.program;
  return document;
}

boost::json::object plugin_document(const PluginEntry& plugin,
                                    const catalogue::Sentences& sentences,
                                    catalogue::Language language) {
  boost::json::value check;
  if (plugin.check) check = plugin_check_document(*plugin.check, sentences, language);
  return {{"id", plugin.id},
          {"version", plugin.version},
          {"name", {{"id", plugin.name_id}, {"en", plugin.name_en}}},
          {"offers", boost::json::value_from(plugin.offers)},
          {"digest", plugin.digest},
          {"built_in", plugin.built_in},
          {"key", plugin.key},
          {"signer", plugin.signer},
          {"columns", boost::json::value_from(plugin.columns)},
          {"criteria", boost::json::value_from(plugin.criteria)},
          {"suffixes", boost::json::value_from(plugin.suffixes)},
          {"licence", plugin.licence},
          {"contact", plugin.contact},
          {"parameters", plugin::schema_in(plugin.parameters, schema_language(language))},
          {"enabled_in", boost::json::value_from(plugin.enabled_in)},
          {"check", std::move(check)}};
}

boost::json::object region_plugin_summary(const RegionPlugin& plugin,
                                          const catalogue::Sentences& sentences,
                                          catalogue::Language language) {
  boost::json::array versions;
  for (const auto& version : plugin.versions) {
    versions.push_back(plugin_document(version, sentences, language));
  }
  return {{"id", plugin.versions.front().id},
          {"enabled", plugin.enabled},
          {"versions", std::move(versions)}};
}

boost::json::object region_plugin_document(const RegionPlugin& plugin,
                                           const catalogue::Sentences& sentences,
                                           catalogue::Language language) {
  auto document = region_plugin_summary(plugin, sentences, language);
  document["scenario"] =
      plugin.scenario ? boost::json::value(*plugin.scenario) : boost::json::value(nullptr);
  boost::json::array failures;
  for (const auto& failure : plugin.failures) {
    failures.push_back({{"at", instant_text(failure.at)},
                        {"version", failure.version},
                        {"kind", failure.message.kind},
                        {"text", sentences.say(failure.message, language)}});
  }
  document["failures"] = std::move(failures);
  return document;
}

boost::json::object trusted_key_document(const TrustedKey& key) {
  return {{"key", key.key}, {"name", key.name}, {"revoked", key.revoked}};
}

}  // namespace pilah::registry
