#include "pilah/registry/intake/merge_patch.hpp"

#include <string>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::registry {
namespace {

void require_absent(const boost::json::object& document, const char* key) {
  if (!document.contains(key)) return;
  throw catalogue::Refusal(
      catalogue::RefusalKind::kInvalid,
      catalogue::Message{"innovation.set_by_host", {{"field", key}}, std::string("/") + key});
}

}  // namespace

void merge_patch(boost::json::object& target, const boost::json::object& patch) {
  for (const auto& member : patch) {
    if (member.value().is_null()) {
      target.erase(member.key());
    } else if (auto* inner = target.if_contains(member.key());
               inner && inner->is_object() && member.value().is_object()) {
      merge_patch(inner->get_object(), member.value().get_object());
    } else {
      target.insert_or_assign(member.key(), member.value());
    }
  }
}

void require_not_set_by_host(const boost::json::object& document) {
  for (const char* key : {"id", "region", "origin"}) require_absent(document, key);
}

void require_registrable(const boost::json::object& document) {
  require_not_set_by_host(document);
  require_absent(document, "status");
}

}  // namespace pilah::registry
