#include "pilah/registry/rounds/dossier_validity.hpp"

#include <set>
#include <string>
#include <utility>

#include "pilah/catalogue/enum_names.hpp"
#include "pilah/registry/intake/decimal.hpp"
#include "pilah/registry/rounds/dossier.hpp"

namespace pilah::registry {
namespace {

using catalogue::Messages;

constexpr std::int32_t kFirstYear = 1900;
constexpr std::int32_t kLastYear = 2200;

class Findings {
 public:
  using Arguments = std::vector<std::pair<std::string, std::string>>;

  void add(const char* kind, std::string pointer, Arguments arguments = {}) {
    wrong_.push_back({kind, std::move(arguments), std::move(pointer)});
  }
  void needed(const std::string& text, std::string pointer) {
    if (!text.empty() && text.size() <= kLongestDossierText) return;
    add("dossier.bad_text", std::move(pointer), {{"largest", std::to_string(kLongestDossierText)}});
  }
  void at_most(const std::string& text, std::string pointer) {
    if (text.size() <= kLongestDossierText) return;
    add("dossier.long_text", std::move(pointer),
        {{"largest", std::to_string(kLongestDossierText)}});
  }
  /// Whether the list may be looked through.
  template <class List>
  bool few(const List& list, const char* pointer) {
    if (list.size() <= kMostOfDossier) return true;
    add("dossier.too_much", pointer,
        {{"found", std::to_string(list.size())}, {"most", std::to_string(kMostOfDossier)}});
    return false;
  }
  Messages take() { return std::move(wrong_); }

 private:
  Messages wrong_;
};

std::string at(const char* list, std::size_t place) {
  return '/' + std::string(list) + '/' + std::to_string(place);
}

void put_right_figure(catalogue::ProfileFigure& figure, const std::string& pointer,
                      Findings& findings) {
  findings.needed(figure.name, pointer + "/name");
  findings.needed(figure.source, pointer + "/source");
  findings.at_most(figure.unit, pointer + "/unit");
  if (figure.year < kFirstYear || figure.year > kLastYear) {
    findings.add("dossier.bad_year", pointer + "/year", {{"found", std::to_string(figure.year)}});
  }
  if (const auto number = Decimal::parse(figure.value, LoneSeparator::kNeither)) {
    figure.value = number->text();
  } else {
    findings.add("dossier.no_number", pointer + "/value", {{"found", figure.value}});
  }
}

void check_need(const catalogue::Need& need, const std::string& pointer,
                const catalogue::Taxonomy& taxonomy, Findings& findings) {
  findings.needed(need.text, pointer + "/text");
  findings.needed(need.reason, pointer + "/reason");
  if (!taxonomy.dimension(need.dimension)) {
    findings.add("innovation.unknown_dimension", pointer + "/dimension",
                 {{"dimension", need.dimension}});
  } else if (const auto* area = taxonomy.area(need.area);
             !need.area.empty() && (!area || area->dimension != need.dimension)) {
    findings.add("dossier.other_area", pointer + "/area",
                 {{"area", need.area}, {"dimension", need.dimension}});
  }
  if (need.weight < 1 || need.weight > catalogue::kMaxNeedWeight) {
    findings.add("dossier.bad_weight", pointer + "/weight",
                 {{"found", std::to_string(need.weight)},
                  {"largest", std::to_string(catalogue::kMaxNeedWeight)}});
  }
}

void check_readiness(const catalogue::Dossier& dossier, Findings& findings) {
  std::set<catalogue::ReadinessPart> seen;
  for (std::size_t i = 0; i < dossier.readiness.size(); ++i) {
    const auto& one = dossier.readiness[i];
    const auto pointer = at("readiness", i);
    findings.at_most(one.note, pointer + "/note");
    if (!seen.insert(one.part).second) {
      findings.add("dossier.part_twice", pointer + "/part",
                   {{"part", std::string(catalogue::name_of(one.part))}});
    }
    if (one.step && (one.step->value < 0 || one.step->value > catalogue::kMaxStep)) {
      findings.add("dossier.bad_step", pointer + "/step",
                   {{"found", std::to_string(one.step->value)},
                    {"largest", std::to_string(catalogue::kMaxStep)}});
    }
  }
}

}  // namespace

Messages put_right(catalogue::Dossier& dossier, const catalogue::Taxonomy& taxonomy) {
  Findings findings;
  if (findings.few(dossier.figures, "/figures")) {
    for (std::size_t i = 0; i < dossier.figures.size(); ++i) {
      put_right_figure(dossier.figures[i], at("figures", i), findings);
    }
  }
  if (findings.few(dossier.needs, "/needs")) {
    for (std::size_t i = 0; i < dossier.needs.size(); ++i) {
      check_need(dossier.needs[i], at("needs", i), taxonomy, findings);
    }
  }
  if (findings.few(dossier.readiness, "/readiness")) check_readiness(dossier, findings);
  if (findings.few(dossier.swot, "/swot")) {
    for (std::size_t i = 0; i < dossier.swot.size(); ++i) {
      findings.needed(dossier.swot[i].text, at("swot", i) + "/text");
    }
  }
  findings.at_most(dossier.vision, "/vision");
  for (const auto& [list, texts] :
       {std::pair("missions", &dossier.missions), std::pair("policies", &dossier.policies)}) {
    if (!findings.few(*texts, list[0] == 'm' ? "/missions" : "/policies")) continue;
    for (std::size_t i = 0; i < texts->size(); ++i) findings.needed((*texts)[i], at(list, i));
  }
  return findings.take();
}

}  // namespace pilah::registry
