// What the room of plugins refuses, refused as every use case does.
#pragma once

#include <system_error>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/plugin_repository.hpp"

namespace pilah::registry {

template <class Work>
auto refusing(Work work) {
  using catalogue::Message;
  using catalogue::Refusal;
  using catalogue::RefusalKind;
  try {
    return work();
  } catch (const plugin::PluginRefusal& refusal) {
    throw Refusal(RefusalKind::kConflict, Message{refusal.kind, refusal.arguments, ""});
  } catch (const std::system_error& failure) {
    throw Refusal(RefusalKind::kUnavailable,
                  Message{"plugin.folder_failed", {{"why", failure.what()}}, ""});
  }
}

}  // namespace pilah::registry
