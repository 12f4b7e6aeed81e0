#include "pilah/registry/rounds/round_validity.hpp"

#include <string>

#include "pilah/registry/rounds/rounds.hpp"

namespace pilah::registry {
namespace {

using catalogue::Messages;
using catalogue::Round;

class Findings {
 public:
  void text(const std::string& text, std::size_t longest, bool needed, const std::string& pointer) {
    if (text.size() <= longest && !(needed && text.empty())) return;
    wrong_.push_back({needed ? "round.bad_text" : "round.long_text",
                      {{"largest", std::to_string(longest)}},
                      pointer});
  }
  void number(std::size_t found, std::size_t most, const char* pointer) {
    if (found <= most) return;
    wrong_.push_back({"round.too_much",
                      {{"found", std::to_string(found)}, {"most", std::to_string(most)}},
                      pointer});
  }
  void add(const char* kind, const char* pointer) { wrong_.push_back({kind, {}, pointer}); }
  Messages take() { return std::move(wrong_); }

 private:
  Messages wrong_;
};

std::string at(const char* list, std::size_t place, const char* field = "") {
  return '/' + std::string(list) + '/' + std::to_string(place) + field;
}

}  // namespace

Messages wrong_with(const Round& round) {
  Findings findings;
  findings.text(round.name, kLongestRoundName, true, "/name");
  findings.text(round.place, kLongestRoundName, false, "/place");
  findings.text(round.snapshot, kLongestRoundName, false, "/snapshot");
  if (round.from && round.to && *round.to < *round.from) findings.add("round.ends_early", "/to");
  if (round.follows == round.id) findings.add("round.follows_itself", "/follows");
  findings.number(round.agenda.size(), kMostAgendaItems, "/agenda");
  findings.number(round.products.size(), kMostProducts, "/products");
  findings.number(round.minutes.size(), kMostMinutes, "/minutes");
  for (std::size_t i = 0; i < round.agenda.size(); ++i) {
    findings.text(round.agenda[i], kLongestRoundText, true, at("agenda", i));
  }
  for (std::size_t i = 0; i < round.products.size(); ++i) {
    findings.text(round.products[i].name, kLongestRoundName, true, at("products", i, "/name"));
    findings.text(round.products[i].document, kLongestRoundName, false,
                  at("products", i, "/document"));
  }
  for (std::size_t i = 0; i < round.minutes.size(); ++i) {
    findings.text(round.minutes[i].text, kLongestRoundText, true, at("minutes", i, "/text"));
  }
  return findings.take();
}

}  // namespace pilah::registry
