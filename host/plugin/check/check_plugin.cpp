#include "pilah/plugin/check/check_plugin.hpp"

#include <boost/json.hpp>

#include "pilah/plugin.h"
#include "pilah/plugin/check/checking.hpp"
#include "pilah/plugin/package/parameters.hpp"
#include "pilah/plugin/run/load_check.hpp"

namespace pilah::plugin {

bool Checking::test(bool passed, Severity severity, std::string kind,
                    std::vector<std::pair<std::string, std::string>> arguments) {
  ++report.tests;
  if (!passed) report.findings.push_back({severity, std::move(kind), std::move(arguments)});
  return passed;
}

bool Checking::over() {
  cut_off = cut_off || options.until.passed();
  return cut_off || failures >= 5;
}

void Checking::failed(const Input& input, const RunEnd& end) {
  cut_off = cut_off || options.until.passed();
  if (cut_off) return;
  ++failures;
  auto arguments = end.arguments();
  for (auto& argument : input.arguments()) arguments.push_back(std::move(argument));
  arguments.emplace_back("end", std::string(end.kind()));
  report.findings.push_back({Severity::kError, "check.run_failed", std::move(arguments)});
}

CheckReport check_plugin(const InstalledPlugins& plugins, const InstalledPlugin& plugin,
                         const CheckOptions& options) {
  CheckReport report;
  report.seed = options.seed;
  Checking checking{plugins, plugin, options, {}, report, 0};
  complete_parameters(plugin.manifest.parameters, checking.parameters);
  const auto& manifest = plugin.manifest;
  checking.test(!manifest.licence.empty(), Severity::kNote, "check.no_licence");
  checking.test(!manifest.contact.empty(), Severity::kNote, "check.no_contact");
  check_library(checking);
  ++report.tests;
  if (const auto end = load_check(plugins, plugin)) {
    checking.failed("load", *end);  // nothing else could be told
  } else {
    if (manifest.offers_table(PILAH_RULE_ID)) check_rule(checking);
    if (manifest.offers_table(PILAH_IMPORTER_ID)) check_importer(checking);
    if (manifest.offers_table(PILAH_EXPORTER_ID)) check_exporter(checking);
  }
  if (checking.cut_off) report.findings.push_back({Severity::kWarning, "check.cut_off", {}});
  return report;
}

}  // namespace pilah::plugin
