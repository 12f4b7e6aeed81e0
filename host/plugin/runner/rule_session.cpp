#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>

#include "pilah/columns.h"
#include "pilah/plugin/rule_layout.hpp"
#include "pilah/plugin/runner/sessions.hpp"
#include "pilah/plugin/runner/system_calls.hpp"

namespace pilah::plugin::runner {
namespace {

constexpr std::uint64_t kExplanationSize = 1024;

class ErrorText {
 public:
  pilah_error* get() { return &raw_; }
  std::string_view text() const {
    return {buffer_.data(),
            static_cast<std::size_t>(std::min<std::uint64_t>(raw_.length, buffer_.size()))};
  }

 private:
  std::array<char, 2048> buffer_{};
  pilah_error raw_{sizeof(pilah_error), 0, buffer_.data(), buffer_.size(), 0};
};

std::string_view text_of(const char* text) { return text ? text : ""; }

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

std::uint32_t layout_of(std::string_view id) {
  for (const auto& column : pilah_innovation_columns) {
    if (id == column.id) return column.layout;
  }
  throw std::runtime_error("column " + std::string(id) + " is none of this host's");
}

/// A batch of the host's columns; points into the mapped input.
class Batch {
 public:
  Batch(const Mapping& input, const pilah_rule_descriptor& rule) {
    wire::Source source(input.view());
    const auto first = source.number<std::uint64_t>();
    const auto rows = source.number<std::uint64_t>();
    for (std::uint32_t i = 0; i < rule.column_count; ++i) {
      const auto validity_size = source.number<std::uint64_t>();
      const auto values_size = source.number<std::uint64_t>();
      const auto offset_count = source.number<std::uint64_t>();
      source.align(8);
      const auto validity = source.take(validity_size);
      source.align(8);
      const auto values = source.take(values_size);
      source.align(8);
      const auto offsets = source.take(offset_count * sizeof(std::uint32_t));
      source.align(8);
      const std::string_view id = text_of(rule.columns[i]);
      columns_.push_back({sizeof(pilah_column),
                          layout_of(id),
                          {id.data(), id.size()},
                          reinterpret_cast<const std::uint8_t*>(validity.data()),
                          values.data(),
                          offset_count == 0 ? nullptr
                                            : static_cast<const std::uint32_t*>(
                                                  static_cast<const void*>(offsets.data())),
                          values_size});
    }
    raw_ = {sizeof(pilah_batch), rule.column_count, rows, first, columns_.data()};
  }
  const pilah_batch* get() const { return &raw_; }

 private:
  std::vector<pilah_column> columns_;
  pilah_batch raw_{};
};

/// The columns of a rule's output, within the mapped memory.
class Output {
 public:
  Output(const RuleLayout& layout, const Mapping& memory, std::uint32_t criteria) {
    auto* bytes = reinterpret_cast<std::uint8_t*>(memory.bytes());
    std::memset(bytes, 0, layout.sentinel());
    std::memset(bytes + layout.sentinel(), wire::kSentinel, memory.size() - layout.sentinel());
    for (std::uint32_t c = 0; c < criteria; ++c) {
      values_.push_back(static_cast<double*>(static_cast<void*>(bytes + layout.value(c, 0))));
      unknown_.push_back(bytes + layout.unknown(c, 0));
    }
    raw_ = {sizeof(pilah_scores),
            criteria,
            values_.data(),
            unknown_.data(),
            bytes + layout.not_eligible(0),
            static_cast<std::uint32_t*>(static_cast<void*>(bytes + layout.group_bits(0)))};
  }
  const pilah_scores* get() const { return &raw_; }

 private:
  std::vector<double*> values_;
  std::vector<std::uint8_t*> unknown_;
  pilah_scores raw_{};
};

class RuleSession {
 public:
  RuleSession(const pilah_rule& rule, pilah_rule_instance* instance)
      : rule_(rule), instance_(instance) {}

  void score(const Received& request) {
    const Mapping input(request.descriptors[0], size_of(request.descriptors[0]), false);
    const Mapping memory(request.descriptors[1], static_cast<std::size_t>(request.message.a), true);
    const Batch batch(input, *rule_.descriptor);
    const RuleLayout layout(batch.get()->rows, rule_.descriptor->criterion_count);
    const Output output(layout, memory, rule_.descriptor->criterion_count);
    ErrorText error;
    const auto status = rule_.score(instance_, batch.get(), output.get(), error.get());
    finish(status, error.text(), memory);
  }

  void explain(const Received& request) {
    const Mapping input(request.descriptors[0], size_of(request.descriptors[0]), false);
    const Mapping memory(request.descriptors[1], static_cast<std::size_t>(request.message.a), true);
    const Batch batch(input, *rule_.descriptor);
    wire::Sink sink;
    std::string text(kExplanationSize, '\0');
    for (std::uint64_t row = 0; row < batch.get()->rows; ++row) {
      for (std::uint32_t c = 0; c < rule_.descriptor->criterion_count; ++c) {
        std::uint64_t length = 0;
        ErrorText error;
        const auto status = rule_.explain(instance_, batch.get(), row, c, text.data(),
                                          kExplanationSize - 8, &length, error.get());
        if (status != PILAH_OK) return finish(status, error.text(), memory);
        sink.text(std::string_view(text).substr(
            0, static_cast<std::size_t>(std::min<std::uint64_t>(length, kExplanationSize - 8))));
      }
    }
    std::memcpy(memory.bytes(), sink.bytes().data(), std::min(sink.size(), memory.size()));
    finish(PILAH_OK, {}, memory);
  }

 private:
  const pilah_rule& rule_;
  pilah_rule_instance* instance_;
};

}  // namespace

void serve_rule(const pilah_rule& rule, const Configuration& configuration,
                const Mapping& description) {
  const CreateArguments arguments(configuration);
  pilah_rule_instance* instance = nullptr;
  ErrorText error;
  const auto status = rule.create(arguments.get(), &instance, error.get());
  if (status != PILAH_OK) return finish(status, error.text(), description);
  const std::string described = describe(*rule.descriptor);
  if (described.size() > description.size()) {
    throw std::runtime_error("the description of the rule is larger than 1 MiB");
  }
  std::memcpy(description.bytes(), described.data(), described.size());
  allow_computing();
  send({wire::Kind::kReady, 0, 0, described.size(), 0});
  RuleSession session(rule, instance);
  while (const auto request = receive()) {
    if (request->descriptors.size() != 2) break;
    if (request->message.kind == wire::Kind::kScore) session.score(*request);
    if (request->message.kind == wire::Kind::kExplain) session.explain(*request);
  }
}

}  // namespace pilah::plugin::runner
