#include <algorithm>
#include <cstring>
#include <map>
#include <stdexcept>
#include <string>

#include "pilah/plugin/runner/input_tables.hpp"
#include "pilah/plugin/runner/sessions.hpp"
#include "pilah/plugin/runner/system_calls.hpp"
#include "pilah/plugin/wire/rule_layout.hpp"

namespace pilah::plugin::runner {
namespace {

std::string_view text_of(const char* text) { return text ? text : ""; }

void require(bool holds, const char* sentence) {
  if (!holds) throw std::runtime_error(sentence);
}

/// What a careless author forgets, said in words rather than by a crash.
void check(const pilah_rule& rule) {
  require(rule.create && rule.score && rule.explain, "the rule lacks create, score or explain");
}

/// The descriptor of the rule, or of just this instance.
const pilah_rule_descriptor& descriptor_of(const pilah_rule& rule, pilah_rule_instance* instance) {
  const pilah_rule_descriptor* found = rule.descriptor;
  if (!found && PILAH_HAS_FIELD(&rule, pilah_rule, describe) && rule.describe) {
    found = rule.describe(instance);
  }
  require(found, "the rule has no descriptor");
  const auto& descriptor = *found;
  require(descriptor.column_count <= 256 && descriptor.criterion_count <= 64 &&
              descriptor.reason_count <= 254 && descriptor.group_count <= 32,
          "the rule describes more than 256 columns, 64 criteria, 254 reasons or 32 groups");
  require((descriptor.columns || descriptor.column_count == 0) &&
              (descriptor.criteria || descriptor.criterion_count == 0) &&
              (descriptor.reasons || descriptor.reason_count == 0) &&
              (descriptor.groups || descriptor.group_count == 0),
          "an array of the rule's descriptor is NULL");
  return descriptor;
}

std::string describe(const pilah_rule_descriptor& rule) {
  wire::Sink sink;
  sink.number(rule.flags);
  sink.number(rule.column_count);
  for (std::uint32_t i = 0; i < rule.column_count; ++i) sink.text(text_of(rule.columns[i]));
  sink.number(rule.criterion_count);
  for (std::uint32_t i = 0; i < rule.criterion_count; ++i) {
    const auto& criterion = *PILAH_ELEMENT(rule.criteria, pilah_criterion, i);
    for (const char* text :
         {criterion.id, criterion.title_id, criterion.title_en, criterion.zero_id,
          criterion.zero_en, criterion.one_id, criterion.one_en}) {
      sink.text(text_of(text));
    }
    sink.number(criterion.default_weight);
  }
  sink.number(rule.reason_count);
  for (std::uint32_t i = 0; i < rule.reason_count; ++i) {
    const auto& reason = *PILAH_ELEMENT(rule.reasons, pilah_reason, i);
    for (const char* text : {reason.id, reason.text_id, reason.text_en}) sink.text(text_of(text));
  }
  sink.number(rule.group_count);
  for (std::uint32_t i = 0; i < rule.group_count; ++i) {
    const auto& group = *PILAH_ELEMENT(rule.groups, pilah_group, i);
    for (const char* text : {group.id, group.title_id, group.title_en}) sink.text(text_of(text));
    sink.number(group.default_min);
    sink.number(group.default_max);
  }
  return sink.bytes();
}

/// The groups that a rule names as it goes.
class Joined {
 public:
  explicit Joined(std::uint64_t rows) : rows_(rows) {}

  static std::int32_t join(void* context, std::uint64_t row, pilah_text name) noexcept {
    return static_cast<Joined*>(context)->add(row, {name.bytes, name.length});
  }

  /// Answers how many bytes it wrote.
  std::size_t write(std::byte* to) const {
    wire::Sink sink;
    sink.number(static_cast<std::uint64_t>(names_.size()));
    for (const auto& [name, number] : names_) {
      sink.text(name);
      sink.number(number);
    }
    sink.number(static_cast<std::uint64_t>(pairs_.size()));
    for (const auto& [row, number] : pairs_) {
      sink.number(row);
      sink.number(number);
    }
    std::memcpy(to, sink.bytes().data(), sink.size());
    return sink.size();
  }

 private:
  std::int32_t add(std::uint64_t row, std::string_view name) noexcept {
    try {
      if (row >= rows_ || !RuleLayout::may_be_joined(name)) return PILAH_ERROR_STOPPED;
      if (pairs_.size() == rows_ * RuleLayout::kMostJoined) return PILAH_ERROR_STOPPED;
      const auto [found, is_new] =
          names_.try_emplace(std::string(name), static_cast<std::uint32_t>(names_.size()));
      if (is_new && names_.size() > RuleLayout::kMostNames) return PILAH_ERROR_STOPPED;
      pairs_.emplace_back(static_cast<std::uint32_t>(row), found->second);
      return PILAH_OK;
    } catch (const std::bad_alloc&) {
      return PILAH_ERROR_STOPPED;
    }
  }

  std::uint64_t rows_;
  std::map<std::string, std::uint32_t> names_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_;
};

/// The columns of a rule's output, within the mapped memory.
class Output {
 public:
  Output(const RuleLayout& layout, const Mapping& memory, std::uint32_t criteria, Joined& joined) {
    auto* bytes = reinterpret_cast<std::uint8_t*>(memory.bytes());
    std::memset(bytes, 0, layout.sentinel());
    std::memset(bytes + layout.sentinel(), wire::kSentinel, wire::kSentinelSize);
    for (std::uint32_t c = 0; c < criteria; ++c) {
      values_.push_back(static_cast<double*>(static_cast<void*>(bytes + layout.value(c, 0))));
      unknown_.push_back(bytes + layout.unknown(c, 0));
      std::memset(unknown_.back(), 1, static_cast<std::size_t>(layout.rows()));
    }
    raw_ = {sizeof(pilah_scores),
            criteria,
            values_.data(),
            unknown_.data(),
            bytes + layout.not_eligible(0),
            static_cast<std::uint32_t*>(static_cast<void*>(bytes + layout.group_bits(0))),
            &joined,
            Joined::join};
  }
  const pilah_scores* get() const { return &raw_; }

 private:
  std::vector<double*> values_;
  std::vector<std::uint8_t*> unknown_;
  pilah_scores raw_{};
};

class RuleSession {
 public:
  RuleSession(const pilah_rule& rule, pilah_rule_instance* instance, std::uint32_t criteria,
              const Work& work)
      : rule_(rule),
        instance_(instance),
        criteria_(criteria),
        description_(work.description),
        input_(work.given.at(wire::kRuleTables), size_of(work.given.at(wire::kRuleTables)), false),
        table_(read_tables(input_).at(0)),
        outputs_{
            {Mapping(work.given.at(wire::kOutput), size_of(work.given.at(wire::kOutput)), true),
             Mapping(work.given.at(wire::kOutput + 1), size_of(work.given.at(wire::kOutput + 1)),
                     true)}},
        reasons_(work.given.at(wire::kReasons), size_of(work.given.at(wire::kReasons)), true) {}

  void score(const wire::Message& request) {
    const Mapping& memory = outputs_.at(static_cast<std::size_t>(request.a));
    const InputBatch batch(table_, request.b, request.c);
    const RuleLayout layout(request.c, criteria_);
    Joined joined(request.c);
    const Output output(layout, memory, criteria_, joined);
    ErrorText error;
    const auto status = rule_.score(instance_, batch.get(), output.get(), error.get());
    const std::size_t bytes = joined.write(memory.bytes() + layout.joined());
    finish(request.sequence, status, error.text(), description_, bytes);
  }

  void explain(const wire::Message& request) {
    const InputBatch batch(table_, request.b, request.c);
    wire::Sink sink;
    std::string text(wire::kExplanationSize, '\0');
    for (std::uint64_t row = 0; row < request.c; ++row) {
      for (std::uint32_t c = 0; c < criteria_; ++c) {
        std::uint64_t length = 0;
        ErrorText error;
        const auto status = rule_.explain(instance_, batch.get(), row, c, text.data(),
                                          wire::kExplanationSize, &length, error.get());
        if (status != PILAH_OK) {
          return finish(request.sequence, status, error.text(), description_);
        }
        sink.text(std::string_view(text).substr(
            0, static_cast<std::size_t>(std::min<std::uint64_t>(length, wire::kExplanationSize))));
      }
    }
    std::memcpy(reasons_.bytes(), sink.bytes().data(), std::min(sink.size(), reasons_.size()));
    finish(request.sequence, PILAH_OK, {}, description_);
  }

 private:
  const pilah_rule& rule_;
  pilah_rule_instance* instance_;
  std::uint32_t criteria_;
  const Mapping& description_;
  Mapping input_;
  InputTable table_;
  std::array<Mapping, 2> outputs_;
  Mapping reasons_;
};

}  // namespace

void serve_rule(const pilah_rule& rule, const Work& work) {
  check(rule);
  pilah_rule_instance* instance = nullptr;
  ErrorText error;
  const auto status = rule.create(work.arguments, &instance, error.get());
  if (status != PILAH_OK) {
    finish(0, status, error.text(), work.description);
    return wait_for_host();
  }
  const auto& descriptor = descriptor_of(rule, instance);
  const std::string described = describe(descriptor);
  require(described.size() <= work.description.size(),
          "the description of the rule is larger than 1 MiB");
  std::memcpy(work.description.bytes(), described.data(), described.size());
  RuleSession session(rule, instance, descriptor.criterion_count, work);
  allow_computing();
  send({wire::Kind::kReady, 0, 0, described.size(), 0});
  while (const auto request = receive()) {
    if (request->message.kind == wire::Kind::kScore) session.score(request->message);
    if (request->message.kind == wire::Kind::kExplain) session.explain(request->message);
  }
}

}  // namespace pilah::plugin::runner
