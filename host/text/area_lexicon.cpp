#include "pilah/text/area_lexicon.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include <boost/json.hpp>

#include "pilah/catalogue/taxonomy.hpp"
#include "pilah/text/stemmed_text.hpp"

namespace pilah::text {
namespace {

constexpr std::int64_t kMaxWeight = 20;
constexpr std::int64_t kMaxDoubt = 1'000;
constexpr std::int64_t kWhole = 1'000'000;
constexpr std::array<const char*, kTextFields> kFieldNames{"name",    "summary", "benefit",
                                                           "problem", "owner",   "affairs"};

[[noreturn]] void refuse(const std::string& place, const std::string& why) {
  throw std::invalid_argument(place + ": " + why);
}

std::int64_t read_integer(const boost::json::value& json, std::int64_t low, std::int64_t high,
                          const std::string& place) {
  if (!json.is_int64() || json.as_int64() < low || json.as_int64() > high) {
    refuse(place,
           "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  }
  return json.as_int64();
}

}  // namespace

/// Reads the document into a lexicon, one part after the other.
class AreaLexiconReader {
 public:
  AreaLexiconReader(AreaLexicon& lexicon, const catalogue::Taxonomy& taxonomy)
      : lexicon_(lexicon), stemmer_(lexicon.stemming_) {
    for (const auto& area : taxonomy.areas()) lexicon_.areas_.push_back({area.key, area.dimension});
  }

  void read(const boost::json::object& file) {
    for (const auto& member : file.at("areas").as_object()) read_area(member);
    for (const auto& phrase : file.at("neutral").as_array()) {
      add(TextField::kName, phrase.as_string(), "neutral");
    }
    read_priors(TextField::kOwner, file.at("owners").as_array(), "owners");
    read_priors(TextField::kAffairs, file.at("affairs").as_array(), "affairs");
    for (std::size_t i = 0; i < kTextFields; ++i) {
      const std::string place = std::string("fields.") + kFieldNames[i];
      lexicon_.field_weights_[i] =
          read_integer(file.at("fields").as_object().at(kFieldNames[i]), 0, kMaxWeight, place);
    }
    lexicon_.doubt_ = read_integer(file.at("doubt"), 0, kMaxDoubt, "doubt");
    read_calibration(file.at("calibration").as_array());
  }

 private:
  std::size_t area_named(std::string_view key, const std::string& place) const {
    const auto& areas = lexicon_.areas_;
    const auto found = std::find_if(areas.begin(), areas.end(),
                                    [&](const auto& area) { return area.area == key; });
    if (found == areas.end()) {
      refuse(place, "the taxonomy has no area \"" + std::string(key) + "\"");
    }
    return static_cast<std::size_t>(found - areas.begin());
  }

  /// The meanings of the phrase, to be added to.
  std::vector<PhraseMeaning>& add(TextField field, std::string_view phrase,
                                  const std::string& place) {
    const StemmedText row = stemmed(stemmer_, phrase);
    if (row.stems.empty()) {
      refuse(place, "\"" + std::string(phrase) + "\" has no word that says anything");
    }
    auto& table = lexicon_.tables_[AreaLexicon::table_of(field)];
    const auto id = table.phrases.add(row.stems);
    if (table.meanings.size() <= id) table.meanings.resize(id + 1);
    return table.meanings[id];
  }

  /// Phrases that stem alike are one phrase: the stronger weight counts.
  static void mean(std::vector<PhraseMeaning>& meanings, std::size_t area, std::int64_t weight) {
    for (auto& meaning : meanings) {
      if (meaning.area != area) continue;
      meaning.weight = std::max(meaning.weight, weight);
      return;
    }
    meanings.push_back({area, weight});
  }

  void read_area(const boost::json::key_value_pair& member) {
    const std::string place = "areas." + std::string(member.key());
    const std::size_t area = area_named(member.key(), place);
    for (const auto& element : member.value().as_array()) {
      const auto& object = element.as_object();
      const std::string_view phrase = object.at("phrase").as_string();
      const std::string of = place + " \"" + std::string(phrase) + "\"";
      const std::int64_t weight = read_integer(object.at("weight"), 1, kMaxWeight, of);
      mean(add(TextField::kName, phrase, place), area, weight);
    }
  }

  void read_priors(TextField field, const boost::json::array& priors, const std::string& place) {
    for (const auto& element : priors) {
      const auto& object = element.as_object();
      const std::string_view phrase = object.at("phrase").as_string();
      const std::string of = place + " \"" + std::string(phrase) + "\"";
      auto& meanings = add(field, phrase, place);
      for (const auto& member : object.at("areas").as_object()) {
        mean(meanings, area_named(member.key(), of),
             read_integer(member.value(), 1, kMaxWeight, of));
      }
    }
  }

  void read_calibration(const boost::json::array& points) {
    if (points.empty()) refuse("calibration", "needs at least one point");
    for (const auto& element : points) {
      const auto& pair = element.as_array();
      if (pair.size() != 2) refuse("calibration", "a point is [share, confidence]");
      AreaLexicon::CalibrationPoint point;
      point.share = read_integer(pair[0], 0, kWhole, "calibration");
      point.confidence = read_integer(pair[1], 0, kWhole, "calibration");
      auto& table = lexicon_.calibration_;
      if (!table.empty() &&
          (point.share <= table.back().share || point.confidence < table.back().confidence)) {
        refuse("calibration", "shares must rise and confidences must not fall");
      }
      table.push_back(point);
    }
  }

  AreaLexicon& lexicon_;
  Stemmer stemmer_;
};

AreaLexicon AreaLexicon::read(std::string_view json, const Stemming& stemming,
                              const catalogue::Taxonomy& taxonomy) {
  AreaLexicon lexicon;
  lexicon.stemming_ = stemming;
  try {
    const boost::json::value parsed = boost::json::parse(json);
    AreaLexiconReader(lexicon, taxonomy).read(parsed.as_object());
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument(std::string("area_lexicon.json: ") + error.what());
  } catch (const std::exception& error) {
    throw std::invalid_argument(std::string("area_lexicon.json has another shape: ") +
                                error.what());
  }
  return lexicon;
}

catalogue::Millionths AreaLexicon::confidence(catalogue::Millionths share) const {
  const auto above = std::find_if(calibration_.begin(), calibration_.end(),
                                  [&](const auto& point) { return point.share >= share.value; });
  if (above == calibration_.end()) return {calibration_.back().confidence};
  if (above == calibration_.begin()) return {above->confidence};
  const auto below = above - 1;
  const std::int64_t risen = (above->confidence - below->confidence) * (share.value - below->share);
  return {below->confidence + risen / (above->share - below->share)};
}

}  // namespace pilah::text
