#include "pilah/plugin/check/kept_checks.hpp"

#include <array>
#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/plugin/system/whole_file.hpp"

namespace pilah::plugin {
namespace {

namespace json = boost::json;

constexpr std::size_t kMaxChecks = 64 * std::size_t{1024} * 1024;
constexpr std::array kSeverities = {"note", "warning", "error"};

Severity severity_named(std::string_view name) {
  for (std::size_t i = 0; i < kSeverities.size(); ++i) {
    if (name == kSeverities[i]) return static_cast<Severity>(i);
  }
  throw std::invalid_argument("no severity");
}

json::object document_of(const Finding& finding) {
  json::array arguments;
  for (const auto& [name, value] : finding.arguments) {
    arguments.push_back(json::array{name, value});
  }
  return {{"severity", kSeverities[static_cast<std::size_t>(finding.severity)]},
          {"kind", finding.kind},
          {"arguments", std::move(arguments)}};
}

Finding finding_of(const json::object& document) {
  Finding finding;
  finding.severity = severity_named(document.at("severity").as_string());
  finding.kind = document.at("kind").as_string();
  for (const auto& argument : document.at("arguments").as_array()) {
    finding.arguments.emplace_back(argument.at(0).as_string(), argument.at(1).as_string());
  }
  return finding;
}

json::object document_of(const KeptCheck& check) {
  json::array findings;
  for (const auto& finding : check.report.findings) findings.push_back(document_of(finding));
  return {{"plugin", check.plugin},
          {"version", check.version},
          {"digest", check.digest},
          {"program", check.program},
          {"at", check.at},
          {"seed", check.report.seed},
          {"tests", check.report.tests},
          {"findings", std::move(findings)}};
}

KeptCheck check_of(const json::object& document) {
  KeptCheck check;
  check.plugin = document.at("plugin").as_string();
  check.version = document.at("version").as_string();
  check.digest = document.at("digest").as_string();
  check.program = document.at("program").as_string();
  check.at = document.at("at").to_number<std::int64_t>();
  check.report.seed = document.at("seed").to_number<std::uint64_t>();
  check.report.tests = document.at("tests").to_number<int>();
  for (const auto& finding : document.at("findings").as_array()) {
    check.report.findings.push_back(finding_of(finding.as_object()));
  }
  return check;
}

}  // namespace

std::vector<KeptCheck> read_checks(const std::filesystem::path& file) {
  std::vector<KeptCheck> checks;
  try {
    if (!std::filesystem::exists(file)) return checks;
    const auto document = json::parse(read_whole_file(file, kMaxChecks));
    for (const auto& check : document.as_array()) checks.push_back(check_of(check.as_object()));
    return checks;
  } catch (const std::exception&) {
    return {};
  }
}

void write_checks(const std::filesystem::path& file, const std::vector<KeptCheck>& checks) {
  json::array all;
  for (const auto& check : checks) all.push_back(document_of(check));
  write_whole_file(file, json::serialize(all) + "\n");
}

}  // namespace pilah::plugin
