#include "pilah/selection/answer_document.hpp"

#include <cmath>
#include <string_view>

#include <boost/json/serialize.hpp>
#include <boost/json/string_view.hpp>

namespace pilah::selection {
namespace {

const char* name(Status status) {
  switch (status) {
    case Status::kOptimal:
      return "optimal";
    case Status::kInfeasible:
      return "infeasible";
    case Status::kLimit:
      break;
  }
  return "limit";
}

std::string json_text(std::string_view text) {
  return boost::json::serialize(boost::json::string_view(text.data(), text.size()));
}

void append_set(std::string& out, const Problem& problem, const ChosenSet& set) {
  out += "\"selected\": [";
  const char* comma = "";
  for (const Position position : set.positions) {
    out += comma + json_text(problem.id(position));
    comma = ", ";
  }
  out += "], \"score\": " + std::to_string(set.score);
}

void append_uses(std::string& out, const Problem& problem, const ChosenSet* set) {
  out += "\"uses\": {";
  const char* comma = "";
  for (ResourceIndex resource = 0; set != nullptr && resource < set->uses.size(); ++resource) {
    out += comma + json_text(problem.resources()[resource]) + ": ";
    out += std::to_string(set->uses[resource]);
    comma = ", ";
  }
  out += '}';
}

void append_repair(std::string& out, const Problem& problem, const Repair& repair) {
  const Message message = describe(problem, repair);
  out += ", \"repair\": {\"kind\": " + json_text(message.kind) +
         ", \"text\": " + json_text(message.text());
  if (repair.kind == Repair::Kind::kNumber || repair.kind == Repair::Kind::kFewer) {
    out += ", \"value\": " + std::to_string(repair.value);
  }
  out += '}';
}

// A whole number of microseconds: no locale, no exponent.
std::string seconds_text(double seconds) {
  const auto micros = static_cast<std::uint64_t>(std::llround(std::max(seconds, 0.0) * 1e6));
  std::string fraction = std::to_string(micros % 1'000'000);
  fraction.insert(0, 6 - fraction.size(), '0');
  return std::to_string(micros / 1'000'000) + "." + fraction;
}

}  // namespace

std::string answer_document(const Problem& problem, const Answer& answer,
                            std::span<const Repair> repairs, double solve_seconds) {
  const ChosenSet* best = answer.best.empty() ? nullptr : &answer.best.front();
  std::string out = "{\"status\": \"" + std::string(name(answer.status)) + "\", ";
  if (best != nullptr) {
    append_set(out, problem, *best);
  } else {
    out += "\"selected\": null, \"score\": null";
  }
  out += ", \"bound\": " + (answer.bound ? std::to_string(*answer.bound) : "null") + ", ";
  append_uses(out, problem, best);
  out += ", \"optimal_sets\": " + std::to_string(answer.optimal_sets) + ", \"best\": [";
  const char* comma = "";
  for (const ChosenSet& set : answer.best) {
    out += std::string(comma) + '{';
    append_set(out, problem, set);
    out += ", ";
    append_uses(out, problem, &set);
    out += '}';
    comma = ", ";
  }
  out += "], \"conflict\": [";
  comma = "";
  for (std::size_t i = 0; i < answer.conflict.size(); ++i) {
    const Conflict& conflict = answer.conflict[i];
    out += comma;
    out += "{\"pointer\": " + json_text(conflict.pointer) +
           ", \"kind\": " + json_text(conflict.message.kind) +
           ", \"text\": " + json_text(conflict.message.text());
    if (i < repairs.size()) append_repair(out, problem, repairs[i]);
    out += '}';
    comma = ", ";
  }
  out += "], \"solve_seconds\": " + seconds_text(solve_seconds) + '}';
  return out;
}

}  // namespace pilah::selection
