#include "pilah/plugin/run/load_check.hpp"

#include <filesystem>
#include <variant>

#include <boost/json.hpp>

#include "pilah/plugin.h"
#include "pilah/plugin/package/parameters.hpp"
#include "pilah/plugin/run/export_run.hpp"
#include "pilah/plugin/run/rule_run.hpp"
#include "pilah/plugin/run/worker.hpp"

namespace pilah::plugin {
namespace {

constexpr const char* kAnyDay = "2026-01-01";
constexpr std::uint64_t kMemory = 512ULL * 1024 * 1024;

std::optional<RunEnd> loads_rule(const InstalledPlugins& plugins, const InstalledPlugin& plugin,
                                 const boost::json::object& parameters) {
  std::vector<ColumnKind> kinds;
  for (const auto& id : plugin.manifest.columns) {
    const auto* kind = innovation_column(id);
    if (!kind) {
      return RunEnd{Outcome::kNotLoadable, plugin.manifest.id, 0,
                    "column " + id + " is none of this host's"};
    }
    kinds.push_back(*kind);
  }
  RunOptions options;
  options.as_of = kAnyDay;
  const auto ended = run_rule(plugins, plugin, parameters, ColumnTable(kinds), options);
  const auto* end = std::get_if<RunEnd>(&ended);
  return end ? std::optional(*end) : std::nullopt;
}

/// As far as READY: what an importer or exporter does shows with a file.
std::optional<RunEnd> starts(const InstalledPlugins& plugins, const InstalledPlugin& plugin,
                             const char* table, const boost::json::object& parameters) {
  Worker worker(plugins, plugin);
  const SealedTables nothing = seal_tables({});
  const SharedOutput memory("pilah-rows", wire::kImportMemorySize);
  StartOptions start;
  start.table = table;
  start.as_of = kAnyDay;
  start.language = "id";
  start.memory_bytes = kMemory;
  start.given = {nothing.memory.get(), memory.descriptor()};
  if (auto failed = worker.start(start, parameters)) return failed;
  if (std::string_view(table) == PILAH_EXPORTER_ID &&
      exporter_tables(worker.description()) != plugin.manifest.tables) {
    return worker.end(Outcome::kNotLoadable, "the tables are not those of plugin.json");
  }
  return std::nullopt;
}

}  // namespace

std::optional<RunEnd> load_check(const InstalledPlugins& plugins, const InstalledPlugin& plugin) {
  boost::json::object parameters;
  complete_parameters(plugin.manifest.parameters, parameters);
  for (const auto& offer : plugin.manifest.offers) {
    auto failed = offer == PILAH_RULE_ID ? loads_rule(plugins, plugin, parameters)
                                         : starts(plugins, plugin, offer.c_str(), parameters);
    if (failed && failed->outcome != Outcome::kBadParameters) return failed;
  }
  return std::nullopt;
}

}  // namespace pilah::plugin
