// Plugins and the keys that are trusted, as HTTP and the command line tell of them.
#pragma once

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/plugins/plugin_changes.hpp"
#include "pilah/registry/plugins/plugin_list.hpp"

namespace pilah::registry {

/// {"id", "version", "name": {"id", "en"}, "offers", "digest", "built_in", "key", "signer",
/// "columns", "criteria", "suffixes", "licence", "contact", "parameters", "enabled_in"}.
boost::json::object plugin_document(const PluginEntry& plugin);

/// {"id", "enabled", "versions": [plugin]}.
boost::json::object region_plugin_summary(const RegionPlugin& plugin);

/// The same with "scenario", an object or null, and "failures": [{"at", "version", "kind",
/// "text"}], newest first.
boost::json::object region_plugin_document(const RegionPlugin& plugin,
                                           const catalogue::Sentences& sentences,
                                           catalogue::Language language);

/// {"key", "name", "revoked"}.
boost::json::object trusted_key_document(const TrustedKey& key);

}  // namespace pilah::registry
