// The C++ face of plugin.h: a plugin is one class and one line.
//
//   class Readiness : public pilah::Rule {
//    public:
//     static pilah::RuleDescription describe();
//     explicit Readiness(const pilah::Arguments& arguments);
//     void score(const pilah::Batch& batch, pilah::Scores& scores);
//     std::string explain(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion);
//   };
//   PILAH_RULE(Readiness, "my-region", "1.0.0")
//
// Its parts lie in pilah/face/; a plugin includes this header alone.
//
// Header-only, C++20, the standard library alone. Exceptions become error codes
// here and nowhere else. An object is used by one thread at a time. Views
// (string_view, Batch, ...) die when the call returns.
#pragma once

#include <concepts>
#include <cstdint>
#include <cstring>

#include "pilah/face/arguments.hpp"
#include "pilah/face/batch.hpp"
#include "pilah/face/exporter.hpp"
#include "pilah/face/importer.hpp"
#include "pilah/face/rule.hpp"
#include "pilah/face/rule_table.hpp"
#include "pilah/plugin.h"

namespace pilah::detail {

inline bool same(const char* a, const char* b) { return std::strcmp(a, b) == 0; }

/// What a plugin answers for the id of a table.
template <class R>
const void* offered_rule(const char* id) noexcept {
  return same(id, PILAH_RULE_ID) ? rule_table<R>() : nullptr;
}
template <class I>
const void* offered_importer(const char* id) noexcept {
  return same(id, PILAH_IMPORTER_ID) ? importer_table<I>() : nullptr;
}
template <class E>
const void* offered_exporter(const char* id) noexcept {
  return same(id, PILAH_EXPORTER_ID) ? exporter_table<E>() : nullptr;
}

template <class Class>
const void* offered_one(const char* id) noexcept {
  if constexpr (std::derived_from<Class, Rule>) {
    return offered_rule<Class>(id);
  } else if constexpr (std::derived_from<Class, Importer>) {
    return offered_importer<Class>(id);
  } else {
    static_assert(std::derived_from<Class, Exporter>,
                  "what a plugin offers derives publicly from pilah::Rule, pilah::Importer or "
                  "pilah::Exporter");
    return offered_exporter<Class>(id);
  }
}

template <class... Classes>
const void* offered(const char* id) noexcept {
  const void* found = nullptr;
  static_cast<void>(((found = offered_one<Classes>(id)) || ...));
  return found;
}

}  // namespace pilah::detail

#define PILAH_PLUGIN_ENTRY(plugin_id, plugin_version, offer)                               \
  extern "C" PILAH_EXPORT const pilah_plugin* pilah_plugin_entry(std::uint32_t host_major, \
                                                                 std::uint32_t) {          \
    static const pilah_plugin plugin = {sizeof(pilah_plugin),                              \
                                        PILAH_ABI_MAJOR,                                   \
                                        PILAH_ABI_MINOR,                                   \
                                        0,                                                 \
                                        plugin_id,                                         \
                                        plugin_version,                                    \
                                        offer};                                            \
    return host_major == PILAH_ABI_MAJOR ? &plugin : nullptr;                              \
  }

/// The line that makes the class a plugin; id and version as in plugin.json.
#define PILAH_RULE(Class, plugin_id, plugin_version) \
  PILAH_PLUGIN_ENTRY(plugin_id, plugin_version, ::pilah::detail::offered_rule<Class>)
#define PILAH_IMPORTER(Class, plugin_id, plugin_version) \
  PILAH_PLUGIN_ENTRY(plugin_id, plugin_version, ::pilah::detail::offered_importer<Class>)
#define PILAH_EXPORTER(Class, plugin_id, plugin_version) \
  PILAH_PLUGIN_ENTRY(plugin_id, plugin_version, ::pilah::detail::offered_exporter<Class>)
/// A plugin that offers several things, one class each: a rule and an importer, say.
#define PILAH_PLUGIN(plugin_id, plugin_version, ...) \
  PILAH_PLUGIN_ENTRY(plugin_id, plugin_version, (::pilah::detail::offered<__VA_ARGS__>))
