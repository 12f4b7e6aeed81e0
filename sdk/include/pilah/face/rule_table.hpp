// How the class of a rule becomes the table of plugin.h.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pilah/face/arguments.hpp"
#include "pilah/face/batch.hpp"
#include "pilah/face/guard.hpp"
#include "pilah/face/rule.hpp"
#include "pilah/plugin.h"

namespace pilah::detail {

/// The C tables of a RuleDescription; made once, kept as long as the library.
class RuleTables {
 public:
  explicit RuleTables(RuleDescription description) : description_(std::move(description)) {
    for (const auto& c : description_.criteria) {
      criteria_.push_back({sizeof(pilah_criterion), c.default_weight, c.id, c.title_id, c.title_en,
                           c.zero_id, c.zero_en, c.one_id, c.one_en});
    }
    for (const auto& r : description_.reasons) {
      reasons_.push_back({sizeof(pilah_reason), 0, r.id, r.text_id, r.text_en});
    }
    for (const auto& g : description_.groups) {
      groups_.push_back(
          {sizeof(pilah_group), g.default_min, g.default_max, 0, g.id, g.title_id, g.title_en});
    }
    descriptor_ = {sizeof(pilah_rule_descriptor),
                   description_.rowwise ? PILAH_RULE_ROWWISE : 0U,
                   static_cast<std::uint32_t>(description_.columns.size()),
                   static_cast<std::uint32_t>(criteria_.size()),
                   static_cast<std::uint32_t>(reasons_.size()),
                   static_cast<std::uint32_t>(groups_.size()),
                   description_.columns.data(),
                   criteria_.data(),
                   reasons_.data(),
                   groups_.data()};
  }
  RuleTables(const RuleTables&) = delete;
  RuleTables& operator=(const RuleTables&) = delete;
  const pilah_rule_descriptor* descriptor() const { return &descriptor_; }

 private:
  RuleDescription description_;
  std::vector<pilah_criterion> criteria_;
  std::vector<pilah_reason> reasons_;
  std::vector<pilah_group> groups_;
  pilah_rule_descriptor descriptor_{};
};

/// A rule whose description follows from its parameters: describe() is no static
/// function. Its texts live as long as the rule.
template <class R>
concept DescribesItself = !requires {
  R::describe();
}
&&requires(R rule) { rule.describe(); };

template <class R>
void check_rule() {
  static_assert(std::derived_from<R, Rule>, "a rule derives publicly from pilah::Rule");
  static_assert(
      requires(R rule) {
        { rule.describe() } -> std::same_as<RuleDescription>;
      },
      "a rule needs: static pilah::RuleDescription describe();");
  static_assert(std::constructible_from<R, const Arguments&>,
                "a rule needs: explicit Name(const pilah::Arguments& arguments);");
  static_assert(
      requires(R rule, const Batch& batch, Scores& scores) {
        { rule.score(batch, scores) } -> std::same_as<void>;
      },
      "a rule needs: void score(const pilah::Batch& batch, pilah::Scores& scores);");
  static_assert(
      requires(R rule, const Batch& batch, std::uint64_t row, std::uint32_t criterion) {
        { rule.explain(batch, row, criterion) } -> std::same_as<std::string>;
      },
      "a rule needs: std::string explain(const pilah::Batch& batch, std::uint64_t row, "
      "std::uint32_t criterion);");
}

/// A rule with the tables of what it says of itself, where it does.
template <class R>
struct RuleInstance {
  explicit RuleInstance(const Arguments& arguments) : rule(arguments) {
    if constexpr (DescribesItself<R>) tables = std::make_unique<RuleTables>(rule.describe());
  }
  static RuleInstance& of(pilah_rule_instance* instance) {
    return *reinterpret_cast<RuleInstance*>(instance);
  }
  R rule;
  std::unique_ptr<RuleTables> tables;
};

template <class R>
const pilah_rule_descriptor* described_once() {
  if constexpr (DescribesItself<R>) {
    return nullptr;
  } else {
    static const RuleTables tables(R::describe());
    return tables.descriptor();
  }
}

template <class R>
const pilah_rule_descriptor* describe_instance(pilah_rule_instance* instance) noexcept {
  return RuleInstance<R>::of(instance).tables->descriptor();
}

template <class R>
const pilah_rule* rule_table() noexcept {
  check_rule<R>();
  using Instance = RuleInstance<R>;
  try {
    static const pilah_rule table = {
        sizeof(pilah_rule),
        0,
        described_once<R>(),
        [](const pilah_create_arguments* arguments, pilah_rule_instance** instance,
           pilah_error* error) noexcept -> std::int32_t {
          return guarded(error, [&] {
            auto made = std::make_unique<Instance>(Arguments(*arguments));
            *instance = reinterpret_cast<pilah_rule_instance*>(made.release());
          });
        },
        [](pilah_rule_instance* instance) noexcept { delete &Instance::of(instance); },
        [](pilah_rule_instance* instance, const pilah_batch* batch, const pilah_scores* scores,
           pilah_error* error) noexcept -> std::int32_t {
          return guarded(error, [&] {
            Scores output(*scores, batch->rows);
            Instance::of(instance).rule.score(Batch(*batch), output);
          });
        },
        [](pilah_rule_instance* instance, const pilah_batch* batch, std::uint64_t row,
           std::uint32_t criterion, char* text, std::uint64_t capacity, std::uint64_t* length,
           pilah_error* error) noexcept -> std::int32_t {
          return guarded(error, [&] {
            const std::string why =
                Instance::of(instance).rule.explain(Batch(*batch), row, criterion);
            pilah_error cut{sizeof(pilah_error), 0, text, capacity, 0};
            fail(&cut, PILAH_OK, why);
            *length = cut.length;
          });
        },
        DescribesItself<R> ? &describe_instance<R> : nullptr};
    return &table;
  } catch (...) {
    return nullptr;
  }
}

}  // namespace pilah::detail
