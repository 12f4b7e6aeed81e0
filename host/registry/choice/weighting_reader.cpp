#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/choice/weighting.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Messages;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

namespace json = boost::json;

constexpr std::size_t kMostRanked = 1024;
constexpr std::size_t kMostCompared = 15;
constexpr double kMostTimes = 9;
constexpr double kRounding = 1.0001;  // 0.1111 is 1/9

/// "3" and "1/3"; nothing: another text.
std::optional<double> ratio_of_text(std::string_view text) {
  const auto digit = [](char c) { return c >= '1' && c <= '9'; };
  if (text.size() == 1 && digit(text[0])) return text[0] - '0';
  if (text.size() != 3 || !digit(text[0]) || text[1] != '/' || !digit(text[2])) return {};
  return static_cast<double>(text[0] - '0') / (text[2] - '0');
}

std::optional<double> ratio_of(const json::value& value) {
  std::optional<double> ratio;
  if (value.is_string()) {
    ratio = ratio_of_text(value.get_string());
  } else if (value.is_number()) {
    ratio = value.to_number<double>();
  }
  if (!ratio || !(*ratio >= 1 / (kMostTimes * kRounding) && *ratio <= kMostTimes * kRounding)) {
    return std::nullopt;
  }
  return ratio;
}

class WeightingReader {
 public:
  explicit WeightingReader(std::string pointer) : pointer_(std::move(pointer)) {}

  Weighting read(const json::value& value) {
    weighting_.document = catalogue::json_detail::read_object(value, pointer_);
    const auto [way, given] = way_of(weighting_.document);
    weighting_.grounds = read_grounds(weighting_.document, pointer_, "weighting", wrong_);
    Messages without_grounds = std::exchange(wrong_, {});
    pointer_ += "/" + std::string(way);
    if (way == "rank") {
      read_rank(*given);
    } else if (way == "pairs") {
      read_pairs(*given);
    } else {
      read_entropy(*given);
    }
    wrong_.insert(wrong_.end(), without_grounds.begin(), without_grounds.end());
    if (!wrong_.empty()) throw Refusal(RefusalKind::kInvalid, std::move(wrong_));
    return std::move(weighting_);
  }

 private:
  /// The one way that it goes, and what is said of it.
  std::pair<std::string_view, const json::value*> way_of(const json::object& document) const {
    std::pair<std::string_view, const json::value*> way;
    bool several = false;
    for (const auto& member : document) {
      const std::string_view key = member.key();
      if (key == "reason" || key == "by") continue;
      if (key != "rank" && key != "pairs" && key != "entropy") {
        catalogue::json_detail::refuse_unknown_key(pointer_, key);
      }
      several = several || way.second;
      way = {key, &member.value()};
    }
    if (way.second && !several) return way;
    throw Refusal(RefusalKind::kInvalid, Message{"choice.scenario.weighting_one_of", {}, pointer_});
  }

  void say(const char* kind, std::vector<std::pair<std::string, std::string>> arguments,
           std::string pointer) {
    wrong_.push_back({kind, std::move(arguments), std::move(pointer)});
  }

  std::size_t place_of(const std::string& criterion) const {
    const auto found = std::ranges::find(weighting_.named, criterion, &Weighting::Named::criterion);
    return static_cast<std::size_t>(found - weighting_.named.begin());
  }
  bool is_named(const std::string& criterion) const {
    return place_of(criterion) < weighting_.named.size();
  }

  const json::array& list(const json::value& value, const std::string& pointer, std::size_t most) {
    const auto& read = catalogue::json_detail::read_array(value, pointer);
    if (read.empty()) {
      throw Refusal(RefusalKind::kInvalid,
                    Message{"choice.scenario.weighting_empty", {{"pointer", pointer}}, pointer});
    }
    if (read.size() > most) {
      throw Refusal(RefusalKind::kInvalid,
                    Message{"choice.scenario.too_many",
                            {{"pointer", pointer}, {"most", std::to_string(most)}},
                            pointer});
    }
    return read;
  }

  void read_rank(const json::value& value) {
    weighting_.by = Weighting::By::kRank;
    const auto& places = list(value, pointer_, kMostRanked);
    for (std::size_t i = 0; i < places.size(); ++i) {
      const std::string place = pointer_ + "/" + std::to_string(i);
      weighting_.ranks.emplace_back();
      const auto& equals = list(places[i], place, kMostRanked);
      for (std::size_t k = 0; k < equals.size(); ++k) {
        const std::string pointer = place + "/" + std::to_string(k);
        const std::string criterion = catalogue::json_detail::read_text(equals[k], pointer);
        if (is_named(criterion)) {
          say("choice.scenario.criterion_twice", {{"criterion", criterion}}, pointer);
          continue;
        }
        weighting_.named.push_back({criterion, pointer});
        weighting_.ranks.back().push_back(criterion);
      }
    }
  }

  void read_pairs(const json::value& value) {
    weighting_.by = Weighting::By::kPairs;
    const auto& pairs = list(value, pointer_, kMostCompared * (kMostCompared - 1) / 2);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      read_pair(pairs[i], pointer_ + "/" + std::to_string(i));
    }
    if (weighting_.named.size() > kMostCompared) {
      say("choice.scenario.too_many_compared",
          {{"count", std::to_string(weighting_.named.size())},
           {"most", std::to_string(kMostCompared)}},
          pointer_);
    } else if (wrong_.empty()) {
      demand_all_pairs();
    }
  }

  void read_pair(const json::value& value, const std::string& pointer) {
    const auto* parts = value.if_array();
    if (!parts || parts->size() != 3 || !parts->at(0).is_string() || !parts->at(1).is_string()) {
      say("choice.scenario.pair_malformed", {{"pointer", pointer}}, pointer);
      return;
    }
    Weighting::Comparison pair;
    pair.first = parts->at(0).get_string();
    pair.second = parts->at(1).get_string();
    if (pair.first == pair.second) {
      say("choice.scenario.pair_of_one", {{"criterion", pair.first}}, pointer);
      return;
    }
    const auto ratio = ratio_of(parts->at(2));
    if (!ratio) {
      say("choice.scenario.ratio_malformed", {{"found", json::serialize(parts->at(2))}},
          pointer + "/2");
      return;
    }
    pair.ratio = *ratio;
    if (const auto* other = comparison_of(pair.first, pair.second)) {
      say("choice.scenario.pair_twice", {{"first", other->first}, {"second", other->second}},
          pointer);
      return;
    }
    if (!is_named(pair.first)) weighting_.named.push_back({pair.first, pointer + "/0"});
    if (!is_named(pair.second)) weighting_.named.push_back({pair.second, pointer + "/1"});
    weighting_.pairs.push_back(std::move(pair));
  }

  /// Of these two, in either order; null: they are not compared.
  const Weighting::Comparison* comparison_of(const std::string& a, const std::string& b) const {
    for (const auto& pair : weighting_.pairs) {
      if ((pair.first == a && pair.second == b) || (pair.first == b && pair.second == a)) {
        return &pair;
      }
    }
    return nullptr;
  }

  void demand_all_pairs() {
    const auto& named = weighting_.named;
    for (std::size_t a = 0; a < named.size(); ++a) {
      for (std::size_t b = a + 1; b < named.size(); ++b) {
        if (comparison_of(named[a].criterion, named[b].criterion)) continue;
        say("choice.scenario.pair_missing",
            {{"first", named[a].criterion}, {"second", named[b].criterion}}, pointer_);
      }
    }
  }

  void read_entropy(const json::value& value) {
    weighting_.by = Weighting::By::kEntropy;
    if (!value.is_bool() || !value.get_bool()) {
      say("choice.scenario.entropy_not_true", {}, pointer_);
    }
  }

  std::string pointer_;
  Weighting weighting_;
  Messages wrong_;
};

}  // namespace

Weighting read_weighting(const json::value& value, const std::string& pointer) {
  return WeightingReader(pointer).read(value);
}

}  // namespace pilah::registry
