// The process that one plugin lives in: started by the host, speaks on socket 3,
// gives its rights up, loads the plugin and does what it is told.
#include <algorithm>
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

/// The table that the host wants; throws when the plugin is not the one of its manifest.
const void* table_of(const pilah_plugin& plugin, const Configuration& configuration) {
  if (plugin.abi_major != PILAH_ABI_MAJOR) throw std::runtime_error("another ABI version");
  if (!plugin.id || configuration.plugin_id != plugin.id || !plugin.version ||
      configuration.plugin_version != plugin.version) {
    throw std::runtime_error("id or version of the library is not that of plugin.json");
  }
  const void* table = plugin.table(configuration.table.c_str());
  if (!table) throw std::runtime_error("the library does not offer " + configuration.table);
  return table;
}

void run(const Received& start) {
  const Mapping description(start.descriptors[2], static_cast<std::size_t>(start.message.a), true);
  try {
    const Mapping settings(start.descriptors[0], size_of(start.descriptors[0]), false);
    const Configuration configuration = read_configuration(settings.view());
    confine(configuration.memory_bytes, configuration.cpu_seconds);
    allow_loading();
    const pilah_plugin* plugin = load_plugin(start.descriptors[1]);
    const void* table = table_of(*plugin, configuration);
    if (configuration.table == PILAH_RULE_ID) {
      serve_rule(*static_cast<const pilah_rule*>(table), configuration, description);
    } else {
      serve_importer(*static_cast<const pilah_importer*>(table), configuration, description);
    }
  } catch (const std::exception& failure) {
    // Status 0 with a text: not the plugin's own error, it could not be loaded.
    const std::size_t length = std::min(std::strlen(failure.what()), description.size());
    std::memcpy(description.bytes(), failure.what(), length);
    send({pilah::plugin::wire::Kind::kDone, 0, 0, length, 0});
    while (receive()) {  // until the host closes: ending earlier could lose the message
    }
  }
}

}  // namespace

int main() {
  const auto start = receive();
  if (!start || start->message.kind != pilah::plugin::wire::Kind::kStart ||
      start->descriptors.size() != 3) {
    std::fputs("pilah-runner runs plugins for pilah; it is not started by hand\n", stderr);
    return 2;
  }
  run(*start);
  // Without destructors or exit handlers of the plugin: they could hang.
  std::_Exit(0);
}
