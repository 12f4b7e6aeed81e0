// Plugins and the keys that are trusted, as HTTP and the command line tell of them.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/plugins/plugin_changes.hpp"
#include "pilah/registry/plugins/plugin_list.hpp"

namespace pilah::registry {

/// {"seed", "tests", "errors", "warnings", "notes", "findings": [{"severity", "kind", "text"}]}.
boost::json::object check_document(const CheckAnswer& answer, const catalogue::Sentences& sentences,
                                   catalogue::Language language);

/// The same with "at" and "program".
boost::json::object plugin_check_document(const PluginCheck& check,
                                          const catalogue::Sentences& sentences,
                                          catalogue::Language language);

/// {"id", "version", "name": {"id", "en"}, "offers", "digest", "built_in", "key", "signer",
/// "columns", "criteria", "suffixes", "licence", "contact", "parameters", "enabled_in",
/// "check": its last check or null}.
boost::json::object plugin_document(const PluginEntry& plugin,
                                    const catalogue::Sentences& sentences,
                                    catalogue::Language language);

/// {"id", "enabled", "versions": [plugin]}.
boost::json::object region_plugin_summary(const RegionPlugin& plugin,
                                          const catalogue::Sentences& sentences,
                                          catalogue::Language language);

/// The same with "scenario", an object or null, and "failures": [{"at", "version", "kind",
/// "text"}], newest first.
boost::json::object region_plugin_document(const RegionPlugin& plugin,
                                           const catalogue::Sentences& sentences,
                                           catalogue::Language language);

/// {"key", "name", "revoked"}.
boost::json::object trusted_key_document(const TrustedKey& key);

}  // namespace pilah::registry
