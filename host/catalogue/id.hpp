// Identifiers: UUIDs of version 7 (RFC 9562), a type of its own for each kind of record.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace pilah::catalogue {

/// The 16 bytes of a UUID; compared as bytes, which for version 7 is by time.
struct Uuid {
  std::array<std::uint8_t, 16> bytes{};

  friend auto operator<=>(const Uuid&, const Uuid&) = default;
  /// Lower case, 8-4-4-4-12.
  std::string text() const;
  /// Nothing unless `text` is 36 characters of that form.
  static std::optional<Uuid> parse(std::string_view text);
};

/// A UUID that names a record of kind `Record`: ids of different things do not mix.
template <class Record>
struct Id {
  Uuid uuid;

  friend auto operator<=>(const Id&, const Id&) = default;
  std::string text() const { return uuid.text(); }
  static std::optional<Id> parse(std::string_view text) {
    if (const auto uuid = Uuid::parse(text)) return Id{*uuid};
    return std::nullopt;
  }
};

using OrganisationId = Id<struct Organisation>;
using PersonId = Id<struct Person>;
using InnovationId = Id<struct Innovation>;
using RelationId = Id<struct Relation>;
using PackageId = Id<struct Package>;
using AssessmentId = Id<struct Assessment>;
using PlanId = Id<struct Plan>;
using PlanItemId = Id<struct PlanItem>;
using RoundId = Id<struct Round>;
using TeamId = Id<struct Team>;
using DecreeId = Id<struct Decree>;
using DutyId = Id<struct Duty>;
using ScenarioId = Id<struct ScenarioRecord>;
using SelectionId = Id<struct SelectionRecord>;
using QuickWinSetId = Id<struct QuickWinSet>;
using SignatureId = Id<struct Signature>;
using PanelId = Id<struct Panel>;
using ActionPlanId = Id<struct ActionPlan>;
using MonitoringPeriodId = Id<struct MonitoringPeriod>;
using MonitoringReportId = Id<struct MonitoringReport>;
using FollowUpId = Id<struct FollowUp>;
using SurveyValueId = Id<struct SurveyValue>;
using WeightsSealId = Id<struct WeightsSeal>;
using ImportId = Id<struct ImportRecord>;
using IntakeLinkId = Id<struct IntakeLink>;
using ProposalId = Id<struct Proposal>;
using DossierId = Id<struct Dossier>;

/// Makes UUIDs of version 7. Clock and randomness are handed in by whoever
/// starts the program. Ids of one maker rise strictly, also within a
/// millisecond and when the clock goes back. Not for two threads at once.
class UuidMaker {
 public:
  using UnixMilliseconds = std::function<std::int64_t()>;
  using FillRandom = std::function<void(std::span<std::uint8_t>)>;

  UuidMaker(UnixMilliseconds clock, FillRandom random);

  Uuid next();
  template <class AnyId>
  AnyId next_id() {
    return AnyId{next()};
  }

 private:
  UnixMilliseconds clock_;
  FillRandom random_;
  Uuid last_{};
};

}  // namespace pilah::catalogue

template <>
struct std::hash<pilah::catalogue::Uuid> {
  std::size_t operator()(const pilah::catalogue::Uuid& uuid) const noexcept {
    // The last eight bytes are random but for two bits: as good as a hash.
    std::uint64_t tail = 0;
    for (std::size_t i = 8; i < 16; ++i) tail = (tail << 8) | uuid.bytes[i];
    return static_cast<std::size_t>(tail);
  }
};

template <class Record>
struct std::hash<pilah::catalogue::Id<Record>> {
  std::size_t operator()(const pilah::catalogue::Id<Record>& id) const noexcept {
    return std::hash<pilah::catalogue::Uuid>{}(id.uuid);
  }
};
