#include "pilah/registry/documents/evaluation.hpp"

#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/documents/monitoring.hpp"

namespace pilah::registry {
namespace {

namespace json = boost::json;

json::object part_document(const PartScore& score, const catalogue::Sentences& sentences) {
  json::array missing;
  for (const auto& message : score.missing) {
    missing.push_back(json::object{{"id", sentences.say(message, catalogue::Language::kIndonesian)},
                                   {"en", sentences.say(message, catalogue::Language::kEnglish)}});
  }
  return {{"key", score.part.key},       {"title", catalogue::to_json(score.part.title)},
          {"weight", score.part.weight}, {"low", score.reached.low},
          {"high", score.reached.high},  {"missing", std::move(missing)}};
}

json::array parts_document(const std::vector<PartScore>& parts,
                           const catalogue::Sentences& sentences) {
  json::array document;
  for (const auto& part : parts) document.push_back(part_document(part, sentences));
  return document;
}

json::object horizon_entry_document(const HorizonEntry& entry) {
  auto document = supervised_document(entry.of, entry.lead_name);
  document["steps"] = static_cast<std::int64_t>(entry.steps);
  document["steps_done"] = static_cast<std::int64_t>(entry.steps_done);
  if (entry.next) {
    document["next_step"] = {{"name", entry.next->name}, {"to", entry.next->to.text()}};
  }
  if (entry.last) document["last_report"] = report_document(*entry.last);
  document["late"] = static_cast<std::int64_t>(entry.late);
  document["late_explained"] = static_cast<std::int64_t>(entry.late_explained);
  document["open_follow_ups"] = static_cast<std::int64_t>(entry.open_follow_ups);
  return document;
}

}  // namespace

json::object self_score_document(const SelfScore& score, const catalogue::Sentences& sentences) {
  json::object document{{"scheme", score.scheme.key},
                        {"name", catalogue::to_json(score.scheme.name)}};
  if (score.scheme.valid_from) document["valid_from"] = score.scheme.valid_from->text();
  document["scale"] = score.scheme.scale;
  document["low"] = score.reached.low;
  document["high"] = score.reached.high;
  document["parts"] = parts_document(score.parts, sentences);
  json::array entries;
  for (const auto& entry : score.entries) {
    entries.push_back(json::object{{"set", entry.of.set.text()},
                                   {"candidate", entry.of.undertaking.candidate},
                                   {"name", entry.of.name},
                                   {"low", entry.reached.low},
                                   {"high", entry.reached.high},
                                   {"parts", parts_document(entry.parts, sentences)}});
  }
  document["entries"] = std::move(entries);
  return document;
}

json::array survey_document(const std::vector<catalogue::SurveyValue>& values) {
  json::array document;
  for (const auto& value : values) {
    auto one = std::move(catalogue::to_json(value).as_object());
    one.erase("region");
    document.push_back(std::move(one));
  }
  return document;
}

json::array horizons_document(const std::vector<Horizon>& horizons) {
  json::array document;
  for (const auto& horizon : horizons) {
    json::array candidates;
    for (const auto& entry : horizon.entries) candidates.push_back(horizon_entry_document(entry));
    document.push_back(json::object{{"placing", catalogue::name_of(horizon.placing)},
                                    {"candidates", std::move(candidates)}});
  }
  return document;
}

}  // namespace pilah::registry
