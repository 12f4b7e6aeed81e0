#include "pilah/cli/commands/scenario_source.hpp"

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/choice/selections.hpp"
#include "pilah/registry/regions.hpp"

namespace pilah::cli {
namespace {

constexpr std::size_t kMaxScenario = std::size_t{1024} * 1024;

}  // namespace

boost::json::object read_scenario(const Session& session, const std::string& file) {
  auto document = catalogue::parse_json(session.read_file(file, kMaxScenario));
  if (!document.is_object()) {
    throw catalogue::Refusal(
        catalogue::RefusalKind::kInvalid,
        catalogue::Message{
            "json.wrong_type", {{"pointer", "/"}, {"expected", "object"}, {"found", "value"}}, ""});
  }
  return std::move(document.get_object());
}

boost::json::object scenario_of(const Session& session, const registry::Environment& environment,
                                const std::string& given) {
  std::error_code error;
  if (std::filesystem::exists(session.resolve(given), error)) return read_scenario(session, given);
  const auto region = registry::chosen_region(environment, session.region);
  for (const auto& kept : registry::scenarios(environment, session.caller(), region)) {
    if (kept.name == given || kept.id.text() == given) return kept.document;
  }
  throw catalogue::Refusal(catalogue::RefusalKind::kNotFound,
                           catalogue::Message{"cli.no_scenario", {{"given", given}}, ""});
}

}  // namespace pilah::cli
