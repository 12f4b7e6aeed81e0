#include "pilah/store/kinds.hpp"

#include <array>
#include <stdexcept>
#include <type_traits>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"

namespace pilah::store {
namespace {

using namespace catalogue;

/// Calls `use` with a null pointer of the kind's type, to choose that type.
template <class Use>
decltype(auto) with_type(RecordKind kind, Use use) {
  switch (kind) {
    case RecordKind::kOrganisation:
      return use(static_cast<const Organisation*>(nullptr));
    case RecordKind::kPerson:
      return use(static_cast<const Person*>(nullptr));
    case RecordKind::kInnovation:
      return use(static_cast<const Innovation*>(nullptr));
    case RecordKind::kRelation:
      return use(static_cast<const Relation*>(nullptr));
    case RecordKind::kPackage:
      return use(static_cast<const Package*>(nullptr));
    case RecordKind::kAssessment:
      return use(static_cast<const Assessment*>(nullptr));
    case RecordKind::kPlan:
      return use(static_cast<const Plan*>(nullptr));
    case RecordKind::kRound:
      return use(static_cast<const Round*>(nullptr));
    case RecordKind::kTeam:
      return use(static_cast<const Team*>(nullptr));
    case RecordKind::kScenario:
      return use(static_cast<const ScenarioRecord*>(nullptr));
    case RecordKind::kSelection:
      return use(static_cast<const SelectionRecord*>(nullptr));
    case RecordKind::kQuickWinSet:
      return use(static_cast<const QuickWinSet*>(nullptr));
    case RecordKind::kImport:
      return use(static_cast<const ImportRecord*>(nullptr));
    case RecordKind::kReview:
      return use(static_cast<const Review*>(nullptr));
    case RecordKind::kPendingVersion:
      return use(static_cast<const PendingVersion*>(nullptr));
    case RecordKind::kDossier:
      return use(static_cast<const Dossier*>(nullptr));
    case RecordKind::kPanel:
      return use(static_cast<const Panel*>(nullptr));
    case RecordKind::kSignature:
      return use(static_cast<const Signature*>(nullptr));
    case RecordKind::kActionPlan:
      return use(static_cast<const ActionPlan*>(nullptr));
    case RecordKind::kMonitoringPeriod:
      return use(static_cast<const MonitoringPeriod*>(nullptr));
    case RecordKind::kMonitoringReport:
      return use(static_cast<const MonitoringReport*>(nullptr));
    case RecordKind::kFollowUp:
      return use(static_cast<const FollowUp*>(nullptr));
    case RecordKind::kSurveyValue:
      return use(static_cast<const SurveyValue*>(nullptr));
    case RecordKind::kWeightsSeal:
      return use(static_cast<const WeightsSeal*>(nullptr));
    case RecordKind::kDecree:
      return use(static_cast<const Decree*>(nullptr));
    case RecordKind::kDuty:
      return use(static_cast<const Duty*>(nullptr));
  }
  throw std::logic_error("unknown kind of record");
}

/// Walks the fields of a record; ids of other records are references. The
/// place is kept as steps, and written out only where a reference is found.
class References {
 public:
  explicit References(Uuid self) : self_(self) {}

  template <class T>
  void visit(const T& value) {
    if constexpr (json_detail::IsOptional<T>::value) {
      if (value) visit(*value);
    } else if constexpr (json_detail::IsVector<T>::value) {
      steps_.push_back({nullptr, 0});
      for (const auto& element : value) {
        visit(element);
        ++steps_.back().index;
      }
      steps_.pop_back();
    } else if constexpr (HasFields<const T>) {
      T::fields(value, [&](const char* key, const auto& field) {
        steps_.push_back({key, 0});
        visit(field);
        steps_.pop_back();
      });
    } else {
      id(value);
    }
  }
  std::vector<Reference> take() { return std::move(found_); }

 private:
  struct Step {
    const char* key;  ///< null: the element `index` of a list
    std::size_t index;
  };

  /// Items lie inside plans, and accounts apart from all records.
  template <class Record>
  void id(const Id<Record>& id) {
    if constexpr (!std::is_same_v<Record, PlanItem> && !std::is_same_v<Record, Account>) {
      if (id.uuid != self_) found_.push_back({KindOf<Record>::value, id.uuid, pointer()});
    }
  }
  template <class Other>
  void id(const Other&) {}

  std::string pointer() const {
    std::string text;
    for (const Step& step : steps_) {
      text.append(1, '/').append(step.key ? step.key : std::to_string(step.index));
    }
    return text;
  }

  Uuid self_;
  std::vector<Step> steps_;
  std::vector<Reference> found_;
};

}  // namespace

const char* kind_name(RecordKind kind) {
  switch (kind) {
    case RecordKind::kOrganisation:
      return "organisation";
    case RecordKind::kPerson:
      return "person";
    case RecordKind::kInnovation:
      return "innovation";
    case RecordKind::kRelation:
      return "relation";
    case RecordKind::kPackage:
      return "package";
    case RecordKind::kAssessment:
      return "assessment";
    case RecordKind::kPlan:
      return "plan";
    case RecordKind::kRound:
      return "round";
    case RecordKind::kTeam:
      return "team";
    case RecordKind::kScenario:
      return "scenario";
    case RecordKind::kSelection:
      return "selection";
    case RecordKind::kQuickWinSet:
      return "quick_win_set";
    case RecordKind::kImport:
      return "import";
    case RecordKind::kReview:
      return "review";
    case RecordKind::kPendingVersion:
      return "pending_version";
    case RecordKind::kDossier:
      return "dossier";
    case RecordKind::kPanel:
      return "panel";
    case RecordKind::kSignature:
      return "signature";
    case RecordKind::kActionPlan:
      return "action_plan";
    case RecordKind::kMonitoringPeriod:
      return "monitoring_period";
    case RecordKind::kMonitoringReport:
      return "monitoring_report";
    case RecordKind::kFollowUp:
      return "follow_up";
    case RecordKind::kSurveyValue:
      return "survey_value";
    case RecordKind::kWeightsSeal:
      return "weights_seal";
    case RecordKind::kDecree:
      return "decree";
    case RecordKind::kDuty:
      return "duty";
  }
  throw std::logic_error("unknown kind of record");
}

const std::vector<RecordKind>& all_kinds() {
  static const std::vector<RecordKind> kinds = [] {
    std::vector<RecordKind> all;
    for (std::int32_t n = 1; n <= static_cast<std::int32_t>(RecordKind::kDuty); ++n) {
      all.push_back(static_cast<RecordKind>(n));
    }
    return all;
  }();
  return kinds;
}

std::string document_of(RecordKind kind, const void* record) {
  return with_type(kind, [&](auto* type) {
    using Record = std::remove_const_t<std::remove_pointer_t<decltype(type)>>;
    // The tree is read once and dropped: no need to free its parts one by one.
    std::array<unsigned char, 16 * 1024> buffer;  // NOLINT: written before it is read
    boost::json::monotonic_resource memory(buffer.data(), buffer.size());
    return boost::json::serialize(to_json(*static_cast<const Record*>(record), &memory));
  });
}

const std::vector<std::string>& fields_of(RecordKind kind) {
  return with_type(kind, [](auto* type) -> const std::vector<std::string>& {
    using Record = std::remove_const_t<std::remove_pointer_t<decltype(type)>>;
    static const std::vector<std::string> fields = [] {
      std::vector<std::string> names;
      const Record record;
      Record::fields(record, [&](const char* key, const auto&) { names.emplace_back(key); });
      return names;
    }();
    return fields;
  });
}

std::vector<Reference> references_of(RecordKind kind, const void* record) {
  return with_type(kind, [&](auto* type) {
    using Record = std::remove_const_t<std::remove_pointer_t<decltype(type)>>;
    const auto& typed = *static_cast<const Record*>(record);
    References references(typed.id.uuid);
    references.visit(typed);
    return references.take();
  });
}

std::vector<Reference> references_in(RecordKind kind, const boost::json::value& document) {
  return with_type(kind, [&](auto* type) {
    using Record = std::remove_const_t<std::remove_pointer_t<decltype(type)>>;
    const auto typed = from_json<Record>(document);
    References references(typed.id.uuid);
    references.visit(typed);
    return references.take();
  });
}

}  // namespace pilah::store
