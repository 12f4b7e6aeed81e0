// The process that one plugin lives in: started by the host, speaks on socket 3,
// gives its rights up, loads the plugin and does what it is told.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <stdexcept>

#include "pilah/plugin/runner/configuration.hpp"
#include "pilah/plugin/runner/confinement.hpp"
#include "pilah/plugin/runner/library.hpp"
#include "pilah/plugin/runner/session.hpp"
#include "pilah/plugin/runner/sessions.hpp"
#include "pilah/plugin/runner/system_calls.hpp"

namespace {

using namespace pilah::plugin::runner;
namespace wire = pilah::plugin::wire;

/// The table that the host wants; throws when the plugin is not the one of its manifest.
const void* table_of(const pilah_plugin& plugin, const Configuration& configuration) {
  if (plugin.abi_major != PILAH_ABI_MAJOR) throw std::runtime_error("another ABI version");
  if (!plugin.id || configuration.plugin_id != plugin.id || !plugin.version ||
      configuration.plugin_version != plugin.version) {
    throw std::runtime_error("id or version of the library is not that of plugin.json");
  }
  if (!plugin.table) throw std::runtime_error("the library answers no function table()");
  const void* table = plugin.table(configuration.table.c_str());
  if (!table) throw std::runtime_error("the library does not offer " + configuration.table);
  return table;
}

void serve(const void* table, const Work& work) {
  if (work.configuration.table == PILAH_RULE_ID) {
    serve_rule(*static_cast<const pilah_rule*>(table), work);
  } else if (work.configuration.table == PILAH_IMPORTER_ID) {
    serve_importer(*static_cast<const pilah_importer*>(table), work);
  } else {
    serve_exporter(*static_cast<const pilah_exporter*>(table), work);
  }
}

std::size_t size_of_all(const Given& given) {
  std::size_t size = 0;
  for (const auto& memory : given) size += size_of(memory);
  return size;
}

void run(const Received& start) {
  const Given& given = start.descriptors;
  const Mapping description(given[wire::kDescription], static_cast<std::size_t>(start.message.a),
                            true);
  const auto tell = [&](wire::Kind kind, std::int64_t number, const char* text) {
    const std::size_t length = std::min(std::strlen(text), description.size());
    std::memcpy(description.bytes(), text, length);
    send({kind, start.message.sequence, number, length, 0});
    wait_for_host();
  };
  try {
    const Mapping settings(given[wire::kConfiguration], size_of(given[wire::kConfiguration]),
                           false);
    const Mapping data_files(given[wire::kDataFiles], size_of(given[wire::kDataFiles]), false);
    const Configuration configuration = read_configuration(settings.view());
    // What the host hands over is not counted as the plugin's own memory.
    confine(configuration, size_of_all(given));
    allow_loading(configuration.may_be_missing);
    const pilah_plugin* plugin = load_plugin(given[wire::kLibrary], configuration.abi_major);
    const CreateArguments arguments(configuration, data_files.view());
    const void* table = table_of(*plugin, configuration);
    if (configuration.only_asks != 0) {
      send({wire::Kind::kReady, 0, 0, 0, 0});
      return wait_for_host();
    }
    serve(table, {configuration, arguments.get(), given, description});
  } catch (const Unconfined& failure) {
    tell(wire::Kind::kUnconfined, static_cast<std::int64_t>(failure.part), failure.what());
  } catch (const std::exception& failure) {
    // Status 0 with a text: not the plugin's own error, it could not be loaded.
    tell(wire::Kind::kDone, PILAH_OK, failure.what());
  }
}

}  // namespace

int main() {
  const auto start = receive();
  if (!start || start->message.kind != wire::Kind::kStart ||
      start->descriptors.size() < wire::kGivenAlways) {
    std::fputs("pilah-runner runs plugins for pilah; it is not started by hand\n", stderr);
    return 2;
  }
  run(*start);
  // Without destructors or exit handlers of the plugin: they could hang.
  std::_Exit(0);
}
