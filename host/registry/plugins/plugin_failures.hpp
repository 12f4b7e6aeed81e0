// What went wrong last in the runs of plugins, since the host was started: kept in memory
// alone, for whoever asks why a plugin does not do what it should.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/region.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::plugin {
struct InstalledPlugin;
struct RunEnd;
}  // namespace pilah::plugin

namespace pilah::registry {

struct PluginFailure {
  std::int64_t at = 0;  ///< milliseconds since 1970
  catalogue::RegionCode region;
  std::string version;
  catalogue::Message message;  ///< how the run ended
};

/// Any thread.
class PluginFailures {
 public:
  static constexpr std::size_t kMostOfOne = 20;
  static constexpr std::size_t kMostPlugins = 200;

  void note(const std::string& plugin, PluginFailure failure);
  /// Newest first.
  std::vector<PluginFailure> of(const std::string& plugin) const;

 private:
  mutable std::mutex mutex_;
  std::map<std::string, std::deque<PluginFailure>> by_plugin_;  // newest first
};

/// Notes it where the host keeps what went wrong.
void note_failure(const Environment& environment, const catalogue::RegionCode& region,
                  const plugin::InstalledPlugin& plugin, const plugin::RunEnd& end);

}  // namespace pilah::registry
