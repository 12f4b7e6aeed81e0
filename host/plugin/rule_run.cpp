#include "pilah/plugin/rule_run.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <system_error>

#include "pilah/plugin.h"
#include "pilah/plugin/rule_layout.hpp"
#include "pilah/plugin/shared_memory.hpp"
#include "pilah/plugin/utf8.hpp"
#include "pilah/plugin/worker.hpp"

namespace pilah::plugin {
namespace {

constexpr std::uint64_t kBatchRows = 65536;
constexpr std::size_t kMaxDescribed = 4096;       // bytes of one text of a description
constexpr std::uint64_t kExplanationSize = 1024;  // bytes for one sentence

std::optional<std::int32_t> bound(std::int32_t value) {
  return value < 0 ? std::nullopt : std::optional(value);
}

/// What the runner wrote of the loaded rule. The plugin shares its memory, so
/// this is checked like every other reply. Throws std::out_of_range.
RuleDescription read_description(std::string_view bytes) {
  wire::Source source(bytes);
  const auto count = [&source](std::uint32_t most) {
    const auto number = source.number<std::uint32_t>();
    if (number > most) throw std::out_of_range("too many entries in the description");
    return number;
  };
  const auto text = [&source] {
    const auto words = source.text();
    if (words.size() > kMaxDescribed || !is_utf8(words)) {
      throw std::out_of_range("a text of the description is too long or no UTF-8");
    }
    return std::string(words);
  };
  RuleDescription description;
  description.rowwise = (source.number<std::uint32_t>() & PILAH_RULE_ROWWISE) != 0;
  for (auto n = count(256); n > 0; --n) description.columns.push_back(text());
  for (auto n = count(64); n > 0; --n) {
    RuleDescription::Criterion criterion;
    for (auto* field : {&criterion.id, &criterion.title_id, &criterion.title_en, &criterion.zero_id,
                        &criterion.zero_en, &criterion.one_id, &criterion.one_en}) {
      *field = text();
    }
    criterion.default_weight = source.number<std::uint32_t>();
    description.criteria.push_back(std::move(criterion));
  }
  for (auto n = count(254); n > 0; --n) {
    auto id = text();
    auto indonesian = text();
    auto english = text();
    description.reasons.push_back({std::move(id), std::move(indonesian), std::move(english)});
  }
  for (auto n = count(32); n > 0; --n) {
    RuleDescription::Group group;
    for (auto* field : {&group.id, &group.title_id, &group.title_en}) *field = text();
    group.default_min = bound(source.number<std::int32_t>());
    group.default_max = bound(source.number<std::int32_t>());
    description.groups.push_back(std::move(group));
  }
  return description;
}

/// Why the loaded rule is not the one that its manifest tells of; empty: it is.
std::string difference(const Manifest& manifest, const RuleDescription& description) {
  std::vector<std::string> criteria;
  for (const auto& criterion : description.criteria) criteria.push_back(criterion.id);
  if (criteria != manifest.criteria) return "the criteria are not those of plugin.json";
  if (description.columns != manifest.columns) return "the columns are not those of plugin.json";
  if (criteria.empty()) return "the rule has no criterion";
  for (const auto& column : description.columns) {
    if (!innovation_column(column)) return "column " + column + " is none of this host's";
  }
  return {};
}

/// The rows [first, first + count) of the columns, as the runner reads them.
Descriptor input_of(const RuleDescription& description, const ColumnTable& table,
                    std::uint64_t first, std::uint64_t count) {
  wire::Sink sink;
  sink.number(first);
  sink.number(count);
  for (const auto& id : description.columns) {
    const ColumnBuffer& column = *table.find(id);
    const auto values = column.values(first, count);
    const auto validity = column.validity(first, count);
    const auto offsets = column.offsets(first, count);
    sink.number(static_cast<std::uint64_t>(validity.size()));
    sink.number(static_cast<std::uint64_t>(values.size()));
    sink.number(static_cast<std::uint64_t>(offsets.size()));
    for (const auto& [data, size] :
         {std::pair<const void*, std::size_t>{validity.data(), validity.size()},
          {values.data(), values.size()},
          {offsets.data(), offsets.size() * sizeof(std::uint32_t)}}) {
      sink.align(8);
      sink.raw(data, size);
    }
    sink.align(8);
  }
  return sealed_copy("pilah-input", sink.bytes());
}

class RuleRun {
 public:
  RuleRun(const InstalledPlugins& plugins, const InstalledPlugin& plugin,
          const boost::json::object& parameters, const ColumnTable& table,
          const RunOptions& options)
      : plugins_(plugins),
        plugin_(plugin),
        parameters_(parameters),
        table_(table),
        options_(options) {}

  std::variant<RuleResult, RunEnd> run() {
    if (auto failed = start()) return *failed;
    const std::uint64_t rows = table_.rows();
    const std::uint64_t batch =
        result_.description.rowwise ? kBatchRows : std::max<std::uint64_t>(rows, 1);
    for (std::uint64_t first = 0; first < rows; first += batch) {
      const std::uint64_t count = std::min(batch, rows - first);
      auto failed = score(first, count);
      if (failed && worth_retrying(*failed)) {
        failed = start();
        if (!failed) failed = score(first, count);
      }
      if (failed) return *failed;
    }
    return std::move(result_);
  }

 private:
  static bool worth_retrying(const RunEnd& end) {
    return end.outcome == Outcome::kKilledBySignal || end.outcome == Outcome::kExited ||
           end.outcome == Outcome::kTimedOut;
  }

  std::optional<RunEnd> start() {
    worker_.emplace(plugins_, plugin_);
    StartOptions start;
    start.table = PILAH_RULE_ID;
    start.as_of = options_.as_of;
    start.language = options_.language;
    start.memory_bytes = options_.memory_bytes;
    start.load_milliseconds = options_.load_milliseconds;
    start.log = options_.log;
    if (auto failed = worker_->start(start, parameters_)) return failed;
    RuleDescription description;
    try {
      description = read_description(worker_->description());
    } catch (const std::out_of_range& failure) {
      return worker_->end(Outcome::kMalformedReply, failure.what());
    }
    const std::string why = difference(plugin_.manifest, description);
    if (!why.empty()) return worker_->end(Outcome::kNotLoadable, why);
    if (result_.values.empty()) {
      result_.description = std::move(description);
      result_.values.resize(result_.description.criteria.size());
    } else if (description != result_.description) {
      // What earlier batches gave could not be read by it.
      return worker_->end(Outcome::kMalformedReply, "it describes itself otherwise than before");
    }
    return std::nullopt;
  }

  std::int64_t deadline(std::uint64_t rows) const {
    return options_.base_milliseconds +
           static_cast<std::int64_t>(rows) * options_.milliseconds_per_1000_rows / 1000;
  }

  /// Sends a request and waits for its end; nothing: the output can be read.
  std::optional<RunEnd> request(wire::Kind kind, const Descriptor& input,
                                const SharedOutput& output, std::uint64_t rows) {
    const wire::Message message{kind, 0, static_cast<std::int64_t>(output.size()), 0, 0};
    if (!worker_->send(message, {input.get(), output.descriptor()})) return worker_->end();
    const auto answer = worker_->receive(deadline(rows));
    if (!answer) return worker_->end();
    if (answer->kind != wire::Kind::kDone) {
      return worker_->end(Outcome::kMalformedReply, "message kind");
    }
    if (answer->a == PILAH_OK) return std::nullopt;
    const auto length = std::min({answer->b, output.size(), std::uint64_t{kMaxDetail}});
    return worker_->end(
        answer->a == PILAH_ERROR_PARAMETERS ? Outcome::kBadParameters : Outcome::kReportedError,
        std::string(reinterpret_cast<const char*>(output.bytes()),
                    static_cast<std::size_t>(length)));
  }

  std::optional<RunEnd> score(std::uint64_t first, std::uint64_t count) {
    try {
      const RuleLayout layout(count, result_.description.criteria.size());
      const Descriptor input = input_of(result_.description, table_, first, count);
      const SharedOutput output("pilah-scores", layout.size());
      if (auto failed = request(wire::Kind::kScore, input, output, count)) return failed;
      const std::string copy(reinterpret_cast<const char*>(output.bytes()), layout.size());
      if (auto wrong = take_scores(layout, copy, first)) return wrong;
      return options_.explain ? explain(input, count) : std::nullopt;
    } catch (const std::system_error& failure) {
      return worker_->end(Outcome::kNotStarted, failure.what());
    }
  }

  /// Checks the copied output and appends its rows to the result.
  std::optional<RunEnd> take_scores(const RuleLayout& layout, const std::string& copy,
                                    std::uint64_t first) {
    const auto wrong = [&](const std::string& what, std::uint64_t row) {
      return worker_->end(Outcome::kMalformedReply,
                          what + " in row " + std::to_string(first + row + 1));
    };
    const auto byte = [&](std::uint64_t at) {
      return static_cast<unsigned char>(copy[static_cast<std::size_t>(at)]);
    };
    for (std::uint64_t i = 0; i < wire::kSentinelSize; ++i) {
      if (byte(layout.sentinel() + i) != wire::kSentinel) {
        return worker_->end(Outcome::kMalformedReply, "it wrote beyond its output");
      }
    }
    const auto& description = result_.description;
    for (std::size_t c = 0; c < description.criteria.size(); ++c) {
      for (std::uint64_t row = 0; row < layout.rows(); ++row) {
        double value = 0;
        std::memcpy(&value, copy.data() + layout.value(c, row), sizeof(value));
        const bool unknown = byte(layout.unknown(c, row)) != 0;
        if (!unknown && !(value >= 0.0 && value <= 1.0)) {  // NaN fails both
          return wrong("criterion " + description.criteria[c].id + " is outside 0 to 1", row);
        }
        result_.values[c].push_back(unknown ? std::nullopt : std::optional(value));
      }
    }
    for (std::uint64_t row = 0; row < layout.rows(); ++row) {
      const unsigned reason = byte(layout.not_eligible(row));
      if (reason > description.reasons.size()) return wrong("an unknown reason", row);
      result_.not_eligible.push_back(
          reason == 0 ? std::nullopt : std::optional(static_cast<std::uint8_t>(reason - 1)));
      std::uint32_t groups = 0;
      std::memcpy(&groups, copy.data() + layout.group_bits(row), sizeof(groups));
      if (description.groups.size() < 32 && (groups >> description.groups.size()) != 0) {
        return wrong("an unknown group", row);
      }
      result_.groups.push_back(groups);
    }
    result_.rows += layout.rows();
    return std::nullopt;
  }

  std::optional<RunEnd> explain(const Descriptor& input, std::uint64_t count) {
    const std::uint64_t sentences = count * result_.description.criteria.size();
    const SharedOutput output("pilah-reasons", sentences * kExplanationSize + 4096);
    if (auto failed = request(wire::Kind::kExplain, input, output, count)) return failed;
    const std::string copy(reinterpret_cast<const char*>(output.bytes()), output.size());
    wire::Source source(copy);
    try {
      for (std::uint64_t row = 0; row < count; ++row) {
        auto& texts = result_.explanations.emplace_back();
        for (std::size_t c = 0; c < result_.description.criteria.size(); ++c) {
          texts.push_back(readable(source.text(), kExplanationSize));
        }
      }
    } catch (const std::out_of_range& failure) {
      return worker_->end(Outcome::kMalformedReply, failure.what());
    }
    return std::nullopt;
  }

  const InstalledPlugins& plugins_;
  const InstalledPlugin& plugin_;
  const boost::json::object& parameters_;
  const ColumnTable& table_;
  const RunOptions& options_;
  std::optional<Worker> worker_;
  RuleResult result_;
};

}  // namespace

std::variant<RuleResult, RunEnd> run_rule(const InstalledPlugins& plugins,
                                          const InstalledPlugin& plugin,
                                          const boost::json::object& parameters,
                                          const ColumnTable& table, const RunOptions& options) {
  for (const auto& column : plugin.manifest.columns) {
    if (!table.find(column)) {
      return RunEnd{Outcome::kNotLoadable, plugin.manifest.id, 0,
                    "the table lacks its column " + column};
    }
  }
  return RuleRun(plugins, plugin, parameters, table, options).run();
}

}  // namespace pilah::plugin
