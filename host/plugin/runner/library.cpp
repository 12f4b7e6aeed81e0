#include "pilah/plugin/runner/library.hpp"

#include <new>
#include <stdexcept>

#include <boost/dll/shared_library.hpp>

namespace pilah::plugin::runner {

const pilah_plugin* load_plugin(const Descriptor& library, std::uint32_t abi_major) {
  namespace dll = boost::dll;
  const std::string path = "/proc/self/fd/" + std::to_string(library.get());
  // Kept for the life of the process: unloading a library whose threads or
  // thread-local variables are alive crashes, and one process runs one plugin.
  static dll::shared_library loaded;
  try {
    loaded.load(path, dll::load_mode::rtld_now | dll::load_mode::rtld_local);
    if (!loaded.has("pilah_plugin_entry")) {
      throw std::runtime_error("the library has no function pilah_plugin_entry");
    }
    const auto& entry =
        loaded.get<const pilah_plugin*(std::uint32_t, std::uint32_t)>("pilah_plugin_entry");
    const pilah_plugin* plugin = entry(abi_major, PILAH_ABI_MINOR);
    if (!plugin)
      throw std::runtime_error("the plugin does not work with ABI version " +
                               std::to_string(abi_major));
    return plugin;
  } catch (const boost::dll::fs::system_error& failure) {
    throw std::runtime_error(failure.what());
  }
}

}  // namespace pilah::plugin::runner
