// Builds a Problem step by step and checks what only the whole can tell:
// duplicate ids, names that nobody has, sums that overflow.
//
//   ProblemBuilder builder;
//   const auto budget = builder.resource("budget");
//   builder.add({.id = "a", .score = 812000, .uses = {{{budget, 450000000}}}, ...});
//   builder.limit("budget", Demand{600000000, "/limits/0"});
//   auto built = std::move(builder).build();   // Problem, or what is wrong
//
// Constraints may be stated before the candidates that they name. Every
// function takes the JSON pointer of the place where its user wrote it; a
// refusal gives it back. After a refusal build() only repeats it.
//
// Ownership: owns everything. Threads: one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pilah/selection/message.hpp"
#include "pilah/selection/problem.hpp"

namespace pilah::selection {

constexpr std::int64_t kLargestNumber = std::int64_t{1} << 53;
constexpr std::size_t kLongestName = 4096;  // bytes of an id, group or resource
constexpr std::uint32_t kMostCandidates = 1U << 24;
constexpr std::uint32_t kMostEntries = 1U << 30;         // memberships, or uses, of all candidates
constexpr std::uint32_t kMostConstraints = 1U << 21;     // of one kind
constexpr std::uint64_t kMostGroupsLookedAt = 1U << 28;  // groups times families

struct CandidateView {
  std::string_view id;
  std::int64_t score = 0;
  std::span<const Use> uses;           // one per resource
  std::span<const GroupIndex> groups;  // a group named twice counts once
};

class ProblemBuilder {
 public:
  using Built = std::variant<Problem, Refusal>;

  // The index of a resource or group, which is made known if it is new. A
  // resource that is known may be limited even if no candidate uses it.
  ResourceIndex resource(std::string_view name);
  GroupIndex group(std::string_view name);

  // The next candidate; its pointer is /candidates/<position>.
  // False: refused, see refusal(). Requires: numbers within +-2^53.
  bool add(const CandidateView& candidate);

  void count_min(Demand demand);
  void count_max(Demand demand);
  void limit(std::string_view resource, std::optional<Demand> max, std::string resource_pointer);
  void bound(std::string_view groups, std::optional<Demand> min, std::optional<Demand> max);
  void coverage(std::string_view groups, Demand min, std::string groups_pointer);
  // The next of its list: its pointer is /requires/<place>, /excludes/<place>,
  // /include/<place> or /exclude/<place>. A member of a pair that no candidate has is
  // refused as /0 or /1 below that.
  void require(std::string_view candidate, std::string_view needed);
  void exclude_pair(std::string_view first, std::string_view second);
  void include(std::string_view candidate);
  void exclude(std::string_view candidate);

  Position candidates() const { return problem_.size(); }
  const std::optional<Refusal>& refusal() const { return refusal_; }

  Built build() &&;

 private:
  // A candidate named before or after it came: its position, or its place
  // among the names still awaited.
  struct Reference {
    std::uint32_t index = 0;
    bool awaited = false;
  };
  struct NamedPair {
    Reference first, second;
  };
  struct NamedLimit {
    std::string resource, resource_pointer;
    std::optional<Demand> max;
  };

  void refuse(std::string pointer, Message message);
  bool add_uses(const CandidateView& candidate);
  bool add_groups(const CandidateView& candidate);
  Reference reference(std::string_view id);
  Position resolve(const Reference& reference, const std::string& pointer);
  void resolve_pairs(std::span<const NamedPair> named, const char* list, std::vector<Pair>& pairs);
  void resolve_forced(std::span<const Reference> named, const char* list,
                      std::vector<Position>& forced);
  void resolve_limits();
  void resolve_groups();
  std::vector<GroupIndex> members(std::string_view groups) const;

  Problem problem_;
  std::optional<Refusal> refusal_;
  Names awaited_;
  std::vector<NamedPair> requires_, excludes_;
  std::vector<Reference> included_, excluded_;
  std::vector<NamedLimit> limits_;
  std::int64_t score_total_ = 0;                 // of absolute values
  std::vector<std::int64_t> use_totals_;         // by resource
  std::vector<std::uint32_t> group_last_named_;  // by group: 1 + the last candidate naming it
};

}  // namespace pilah::selection
