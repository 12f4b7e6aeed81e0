#include "pilah/registry/intake/row_innovation.hpp"

#include <algorithm>
#include <array>

#include "pilah/registry/intake/cells.hpp"
#include "pilah/registry/intake/row_areas.hpp"
#include "pilah/registry/intake/sipd_code.hpp"
#include "pilah/registry/people/published_numbers.hpp"
#include "pilah/text/personal_data.hpp"

namespace pilah::registry {

using catalogue::Budget;
using catalogue::Innovation;
using catalogue::PlanKind;

namespace {

/// Reads a row's cells into an innovation, one group of fields at a time.
class RowReader {
 public:
  RowReader(const RowCells& cells, const RowContext& context, ReadInnovation& result)
      : cells_(cells), context_(context), result_(result), innovation_(result.innovation) {}

  void read() {
    read_texts();
    read_words();
    read_amounts();
    read_budget();
    read_indicator();
    read_places();
    read_links();
    read_attributes();
    warn_of_persons();
    read_areas(cells_, context_.taxonomy, innovation_, result_.warnings);
    read_status();
  }

 private:
  /// The value of a cell, or nothing and, where there is a problem, a warning.
  template <class T>
  std::optional<T> take(Field field, CellReading<T> reading) {
    if (reading.problem) result_.warnings.push_back({field, std::move(*reading.problem)});
    return std::move(reading.value);
  }

  void read_texts() {
    innovation_.name = cells_[Field::kName];
    innovation_.short_name = cells_[Field::kShortName];
    innovation_.summary = cells_[Field::kSummary];
    innovation_.problem = cells_[Field::kProblem];
    innovation_.target_group = cells_[Field::kTargetGroup];
    innovation_.benefit = cells_[Field::kBenefit];
    innovation_.uniqueness = cells_[Field::kUniqueness];
    innovation_.risks = cells_[Field::kRisks];
    innovation_.potential = cells_[Field::kPotential];
    innovation_.strategy = cells_[Field::kStrategy];
    innovation_.resources = cells_[Field::kResources];
    if (cells_.has(Field::kProposer)) {
      innovation_.proposer.emplace();
      innovation_.proposer->text = cells_[Field::kProposer];
    }
    if (cells_.has(Field::kPartners)) {
      innovation_.partners = read_parts(cells_[Field::kPartners], context_.words);
    }
    if (cells_.has(Field::kAffair)) innovation_.affairs.push_back(cells_[Field::kAffair]);
    for (auto& affair : read_parts(cells_[Field::kAffairsOther], context_.words)) {
      auto& affairs = innovation_.affairs;
      if (std::find(affairs.begin(), affairs.end(), affair) == affairs.end()) {
        affairs.push_back(std::move(affair));
      }
    }
    if (cells_.has(Field::kLink)) {
      innovation_.links = read_parts(cells_[Field::kLink], context_.words);
    }
  }

  /// Once for each kind of number in a cell. Of texts that people write freely: amounts,
  /// dates and codes have cells of their own.
  void warn_of_persons() {
    static constexpr std::array kFree{Field::kName,        Field::kSummary,    Field::kProblem,
                                      Field::kTargetGroup, Field::kBenefit,    Field::kProposer,
                                      Field::kPartners,    Field::kUniqueness, Field::kRisks,
                                      Field::kStrategy,    Field::kPotential,  Field::kResources,
                                      Field::kShortName};
    for (const Field field : kFree) {
      unsigned told = 0;
      for (const auto& [kind, number] : text::personal_numbers(cells_[field])) {
        const unsigned mark = 1U << static_cast<unsigned>(kind);
        if ((told & mark) != 0) continue;
        told |= mark;
        result_.warnings.push_back({field,
                                    {"personal." + std::string(text::name_of(kind)),
                                     {{"found", beginning_of(number)}},
                                     ""}});
      }
    }
  }

  void read_words() {
    const ListWords& words = context_.words;
    const auto& cells = cells_;
    innovation_.digital = take(Field::kDigital, read_yes_no(cells[Field::kDigital], words));
    innovation_.form = take(Field::kForm, read_word<catalogue::Form>(cells[Field::kForm], words));
    innovation_.stage =
        take(Field::kStage, read_word<catalogue::Stage>(cells[Field::kStage], words));
    if (const auto kind = take(Field::kEntryKind,
                               read_word<catalogue::EntryKind>(cells[Field::kEntryKind], words))) {
      innovation_.entry_kind = *kind;
    }
    const auto use = take(Field::kApplicationUse, read_word<catalogue::ApplicationUse>(
                                                      cells[Field::kApplicationUse], words));
    if (use) {
      innovation_.application.emplace();
      innovation_.application->use = *use;
      innovation_.application->name = cells[Field::kApplication];
    } else if (cells.has(Field::kApplication)) {
      // Whether it builds or reuses that application is not said and not guessed.
      innovation_.attributes["application"] = cells[Field::kApplication];
    }
  }

  void read_amounts() {
    const ListWords& words = context_.words;
    innovation_.started = take(Field::kStarted, read_date(cells_[Field::kStarted], words));
    innovation_.applied = take(Field::kApplied, read_date(cells_[Field::kApplied], words));
    innovation_.duration =
        take(Field::kDurationMonths, read_months(cells_[Field::kDurationMonths], words));
    innovation_.staff = take(Field::kStaff, read_count(cells_[Field::kStaff], words));
    catalogue::Readiness readiness;
    readiness.struktur =
        take(Field::kReadinessStruktur, read_step(cells_[Field::kReadinessStruktur], words));
    readiness.infrastruktur = take(Field::kReadinessInfrastruktur,
                                   read_step(cells_[Field::kReadinessInfrastruktur], words));
    readiness.suprastruktur = take(Field::kReadinessSuprastruktur,
                                   read_step(cells_[Field::kReadinessSuprastruktur], words));
    if (readiness.struktur || readiness.infrastruktur || readiness.suprastruktur) {
      innovation_.readiness = readiness;
    }
  }

  /// "APBD/CSR" is two sources; an amount that both share belongs to neither alone.
  std::vector<catalogue::FundingSource> funding_sources() {
    const std::string& text = cells_[Field::kFundingSource];
    std::vector<catalogue::FundingSource> sources;
    if (text.empty()) return sources;
    if (const auto whole = context_.words.value_named<catalogue::FundingSource>(text)) {
      return {*whole};
    }
    std::string parted = text;
    std::replace_if(
        parted.begin(), parted.end(),
        [](char c) { return c == '/' || c == ',' || c == '+' || c == '&'; }, ';');
    for (const auto& part : read_parts(parted, context_.words)) {
      const auto source =
          take(Field::kFundingSource, read_word<catalogue::FundingSource>(part, context_.words));
      if (source && std::find(sources.begin(), sources.end(), *source) == sources.end()) {
        sources.push_back(*source);
      }
    }
    return sources;
  }

  void read_budget() {
    const auto amount = take(Field::kBudget, read_money(cells_[Field::kBudget], context_.words));
    const auto year =
        take(Field::kBudgetYear, read_date(cells_[Field::kBudgetYear], context_.words));
    const auto sources = funding_sources();
    Budget budget;
    budget.year = year ? year->year : 0;
    if (amount) {
      budget.amount = amount;
      if (sources.size() == 1) budget.source = sources.front();
      innovation_.budgets.push_back(budget);
      if (sources.size() > 1) {
        result_.warnings.push_back(
            {Field::kFundingSource,
             {"intake.sources_share_amount", {{"read", cells_[Field::kFundingSource]}}, ""}});
      }
      return;
    }
    for (const auto source : sources) {
      budget.source = source;
      innovation_.budgets.push_back(budget);
    }
  }

  void read_indicator() {
    catalogue::Indicator indicator;
    indicator.definition = cells_[Field::kIndicator];
    indicator.unit = cells_[Field::kIndicatorUnit];
    indicator.source = cells_[Field::kIndicatorSource];
    for (const Field field : {Field::kBaseline, Field::kTarget}) {
      const auto measure = take(field, read_measure(cells_[field], context_.words));
      if (!measure) continue;
      (field == Field::kBaseline ? indicator.baseline : indicator.target) = measure->value;
      if (indicator.unit.empty()) indicator.unit = measure->unit;
    }
    if (indicator != catalogue::Indicator{}) innovation_.indicators.push_back(std::move(indicator));
  }

  /// "-6.59, 106.81", "-6,59; 106,81" or "-6.59 106.81", cut in two.
  static std::pair<std::string, std::string> halves(const std::string& text) {
    for (const char* separator : {";", ", ", " ", ","}) {
      const auto at = text.find(separator);
      if (at == std::string::npos) continue;
      return {plain(text.substr(0, at)), plain(text.substr(at + 1))};
    }
    return {text, ""};
  }
  static std::string plain(const std::string& text) {
    const auto first = text.find_first_not_of(" ,");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" ,") - first + 1);
  }

  void read_places() {
    catalogue::Place place;
    std::string latitude = cells_[Field::kLatitude];
    std::string longitude = cells_[Field::kLongitude];
    const bool in_one_cell = cells_.has(Field::kCoordinates) && latitude.empty();
    if (in_one_cell) std::tie(latitude, longitude) = halves(cells_[Field::kCoordinates]);
    const auto read_latitude = take(in_one_cell ? Field::kCoordinates : Field::kLatitude,
                                    read_degrees(latitude, 90, context_.words));
    const auto read_longitude = take(in_one_cell ? Field::kCoordinates : Field::kLongitude,
                                     read_degrees(longitude, 180, context_.words));
    if (read_latitude && read_longitude) {  // one without the other is no place
      place.latitude = *read_latitude;
      place.longitude = *read_longitude;
    }
    place.subdistrict = cells_[Field::kSubdistrict];
    place.village = cells_[Field::kVillage];
    if (place != catalogue::Place{}) innovation_.places.push_back(std::move(place));
  }

  void read_plan_links(Field field, PlanKind kind) {
    for (auto& text : read_parts(cells_[field], context_.words)) {
      innovation_.plan_links.push_back({kind, std::nullopt, std::move(text)});
    }
  }

  void read_links() {
    read_plan_links(Field::kPlanRpjmd, PlanKind::kRpjmd);
    read_plan_links(Field::kPlanRenstra, PlanKind::kRenstra);
    if (context_.plans) {
      resolve_links(*context_.plans, innovation_.owner, innovation_.plan_links);
    }
    if (cells_.has(Field::kSipdCode)) {
      innovation_.sipd = take(Field::kSipdCode, read_sipd_code(cells_[Field::kSipdCode]));
    }
    for (auto& name : read_parts(cells_[Field::kSupportingOrganisations], context_.words)) {
      const auto* known =
          context_.organisations ? context_.organisations->find(name).organisation : nullptr;
      if (known) {
        innovation_.supporting_organisations.push_back(known->id);
      } else {
        innovation_.partners.push_back(std::move(name));
      }
    }
  }

  void read_attributes() {
    for (const auto& [name, text] : cells_.attributes) innovation_.attributes[name] = text;
    if (cells_.has(Field::kUnit) &&
        (cells_.has(Field::kOwner) || cells_.has(Field::kInstitution))) {
      innovation_.attributes["unit"] = cells_[Field::kUnit];
    }
  }

  void read_status() {
    const auto status =
        take(Field::kStatus, read_word<catalogue::Status>(cells_[Field::kStatus], context_.words));
    if (!status || *status == catalogue::Status::kDraft) return;
    if (*status == catalogue::Status::kArchived) {
      innovation_.status = *status;
      return;
    }
    innovation_.status = catalogue::Status::kSubmitted;
    const bool complete =
        innovation_.owner && !innovation_.summary.empty() && primary_mapping(innovation_);
    if (!complete || *status == catalogue::Status::kReturned) {
      innovation_.status = catalogue::Status::kDraft;
    }
    if (*status != innovation_.status) {
      result_.warnings.push_back(
          {Field::kStatus,
           {complete ? "intake.status_not_taken" : "intake.status_incomplete",
            {{"read", cells_[Field::kStatus]}},
            ""}});
    }
  }

  const RowCells& cells_;
  const RowContext& context_;
  ReadInnovation& result_;
  Innovation& innovation_;
};

}  // namespace

ReadInnovation read_innovation(const RowCells& cells,
                               const std::optional<catalogue::OrganisationId>& owner,
                               const RowContext& context) {
  ReadInnovation result;
  result.innovation.owner = owner;
  RowReader(cells, context, result).read();
  return result;
}

std::string owner_text(const RowCells& cells, bool institution_is_region) {
  if (cells.has(Field::kOwner)) return cells[Field::kOwner];
  if (institution_is_region || !cells.has(Field::kInstitution)) return cells[Field::kUnit];
  return cells[Field::kInstitution];
}

}  // namespace pilah::registry
