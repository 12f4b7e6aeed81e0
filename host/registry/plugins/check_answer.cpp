#include "pilah/registry/plugins/check_answer.hpp"

#include <utility>

#include "pilah/plugin/check/finding.hpp"
#include "pilah/plugin/check/kept_checks.hpp"

namespace pilah::registry {
namespace {

const char* word_of(plugin::Severity severity) {
  switch (severity) {
    case plugin::Severity::kNote:
      return "note";
    case plugin::Severity::kWarning:
      return "warning";
    case plugin::Severity::kError:
      return "error";
  }
  return "error";
}

}  // namespace

CheckAnswer check_answer(const plugin::CheckReport& report) {
  CheckAnswer answer;
  answer.seed = report.seed;
  answer.tests = report.tests;
  answer.errors = report.count(plugin::Severity::kError);
  answer.warnings = report.count(plugin::Severity::kWarning);
  answer.notes = report.count(plugin::Severity::kNote);
  for (const auto& finding : report.findings) {
    CheckFinding found{word_of(finding.severity), {finding.kind, finding.arguments, ""}, {}};
    for (const auto& [name, value] : finding.arguments) {
      if (name == "end") found.ends.push_back({value, finding.arguments, ""});
    }
    answer.findings.push_back(std::move(found));
  }
  return answer;
}

PluginCheck plugin_check(const plugin::KeptCheck& check) {
  return {check.at, check.program, check_answer(check.report)};
}

}  // namespace pilah::registry
