#include "pilah/registry/plugins/try_rule.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/registry/choice/selections.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/plugins/plugin_list.hpp"
#include "pilah/registry/plugins/workshop.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

boost::json::object scenario_of(const plugin::InstalledPlugin& tried) {
  if (auto scenario = shipped_scenario(tried)) return *std::move(scenario);
  throw Refusal(RefusalKind::kInvalid,
                Message{"plugin.no_scenario", {{"plugin", tried.manifest.id}}, "/scenario"});
}

/// Names the version of every rule of that plugin; answers whether there is one.
bool name_version(boost::json::object& scenario, const std::string& plugin,
                  const std::string& version) {
  bool named = false;
  auto* rules = scenario.if_contains("rules");
  if (!rules || !rules->is_array()) return false;
  for (auto& rule : rules->get_array()) {
    auto* object = rule.if_object();
    const auto* id = object ? object->if_contains("plugin") : nullptr;
    if (!id || !id->is_string() || id->get_string() != plugin) continue;
    (*object)["version"] = version;
    named = true;
  }
  return named;
}

}  // namespace

Trial try_rule(const Environment& environment, const Caller& caller, const TrialRequest& request) {
  require(caller, Deed::kAdministerHost, {});
  const auto tried = plugin_at(request.plugin);
  auto scenario = request.scenario.empty() ? scenario_of(tried) : request.scenario;
  scenario["region"] = request.region.text();  // a pack's scenario is tried in any region
  const auto& id = tried.manifest.id;
  if (!name_version(scenario, id, tried.manifest.version)) {
    throw Refusal(RefusalKind::kInvalid,
                  Message{"plugin.not_in_scenario", {{"plugin", id}}, "/rules"});
  }
  const auto plugins = environment.plugins.plugins();
  const auto with_tried = plugins->with({tried});
  Trial trial;
  trial.tried = preview(environment, caller, with_tried, request.region, scenario, request.as_of);
  if (const auto* installed = plugins->find(id)) {
    name_version(scenario, id, installed->manifest.version);
    trial.installed =
        preview(environment, caller, *plugins, request.region, scenario, request.as_of);
  }
  return trial;
}

}  // namespace pilah::registry
