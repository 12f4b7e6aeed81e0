#include "pilah/plugin/run/rule_run.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <optional>
#include <system_error>

#include "pilah/plugin.h"
#include "pilah/plugin/run/worker.hpp"
#include "pilah/plugin/system/shared_memory.hpp"
#include "pilah/plugin/system/utf8.hpp"
#include "pilah/plugin/wire/rule_layout.hpp"

namespace pilah::plugin {
namespace {

constexpr int kMostRetries = 3;
constexpr std::size_t kMostCriteria = 64;

/// Rows of the table that the plugin was asked to score.
struct Asked {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
  std::uint32_t sequence = 0;
  std::size_t output = 0;
  std::uint64_t joined = 0;  ///< bytes that the groups take which it named
};

class RuleRun {
 public:
  RuleRun(const InstalledPlugins& plugins, const InstalledPlugin& plugin,
          const boost::json::object& parameters, const SealedTables& table, std::uint64_t rows,
          const RunOptions& options)
      : plugins_(plugins),
        plugin_(plugin),
        parameters_(parameters),
        table_(table),
        rows_(rows),
        options_(options),
        outputs_{{{"pilah-scores", output_size(plugin.manifest, rows)},
                  {"pilah-scores", output_size(plugin.manifest, rows)}}},
        reasons_("pilah-reasons", wire::kReasonsSize) {}

  std::variant<RuleResult, RunEnd> run() {
    if (auto failed = start()) return *failed;
    ask_ahead();
    while (!asked_.empty()) {
      Asked done = asked_.front();
      asked_.pop_front();
      auto failed = wait(done);
      if (!failed) {
        // The next batch is scored while this one is checked.
        copy_output(done);
        ask_ahead();
        failed = take_copy(done);
      }
      if (failed) {
        failed = again(done, *failed);
        if (failed) return *failed;
        asked_.clear();  // lost with the process
        next_ = done.first + done.count;
        ask_ahead();
      }
    }
    if (auto failed = options_.explain ? explain() : std::nullopt) return *failed;
    return std::move(result_);
  }

 private:
  static std::size_t output_size(const Manifest& manifest, std::uint64_t rows) {
    const std::size_t criteria =
        manifest.criteria.empty() ? kMostCriteria : manifest.criteria.size();
    return RuleLayout(rows, criteria).size();
  }
  std::size_t criteria() const { return result_.description.criteria.size(); }

  /// The process died of it, so that another may do better.
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
    start.load_milliseconds = options_.until.within(options_.load_milliseconds);
    start.log = options_.log;
    start.given = {table_.memory.get(), outputs_[0].descriptor(), outputs_[1].descriptor(),
                   reasons_.descriptor()};
    if (auto failed = worker_->start(start, parameters_)) return failed;
    RuleDescription description;
    try {
      description = read_rule_description(worker_->description());
    } catch (const std::out_of_range& failure) {
      return worker_->end(Outcome::kMalformedReply, failure.what());
    }
    const std::string why = difference(plugin_.manifest, description);
    if (!why.empty()) return worker_->end(Outcome::kNotLoadable, why);
    if (result_.values.empty()) {
      result_.description = std::move(description);
      result_.reserve(rows_);
    } else if (description != result_.description) {
      // What earlier batches gave could not be read by it.
      return worker_->end(Outcome::kMalformedReply, "it describes itself otherwise than before");
    }
    return std::nullopt;
  }

  std::int64_t deadline(std::uint64_t rows) const {
    return options_.until.within(options_.base_milliseconds +
                                 static_cast<std::int64_t>(rows) *
                                     options_.milliseconds_per_1000_rows / 1000);
  }

  Asked ask(std::uint64_t first, std::uint64_t count) {
    turn_ = 1 - turn_;
    const auto sequence =
        worker_->send({wire::Kind::kScore, 0, static_cast<std::int64_t>(turn_), first, count});
    return {first, count, sequence, turn_, 0};
  }

  /// Keeps as many batches asked for as there are outputs.
  void ask_ahead() {
    const std::uint64_t most = result_.description.rowwise ? options_.batch_rows : rows_;
    while (next_ < rows_ && asked_.size() < outputs_.size()) {
      const std::uint64_t count = std::min(most, rows_ - next_);
      asked_.push_back(ask(next_, count));
      next_ += count;
    }
  }

  /// Waits for the end of a request; nothing: its output can be read.
  std::optional<RunEnd> wait(Asked& asked) {
    const auto answer = worker_->receive(deadline(asked.count));
    if (!answer) return worker_->end();
    if (answer->kind != wire::Kind::kDone || answer->sequence != asked.sequence) {
      return worker_->end(Outcome::kMalformedReply, "an answer that nobody asked for");
    }
    asked.joined = answer->c;
    return answer->a == PILAH_OK ? std::nullopt : std::optional(worker_->reported(*answer));
  }

  /// Copies the output, so that the plugin can no longer change what is checked.
  void copy_output(const Asked& asked) {
    const RuleLayout layout(asked.count, criteria());
    const auto joined = std::min<std::uint64_t>(asked.joined, layout.size() - layout.joined());
    copy_.assign(reinterpret_cast<const char*>(outputs_[asked.output].bytes()),
                 layout.joined() + static_cast<std::size_t>(joined));
  }

  std::optional<RunEnd> take_copy(const Asked& asked) {
    try {
      take_rule_output(RuleLayout(asked.count, criteria()), copy_, result_);
      return std::nullopt;
    } catch (const MalformedOutput& failure) {
      return worker_->end(Outcome::kMalformedReply, failure.what());
    }
  }

  /// One more try in a new process; then, for a row-wise rule, the guilty row.
  std::optional<RunEnd> again(const Asked& asked, const RunEnd& first) {
    if (!options_.try_again || options_.until.passed()) return first;
    if (!worth_retrying(first) || ++retries_ > kMostRetries) return first;
    if (auto failed = start()) return failed;
    Asked retried = ask(asked.first, asked.count);
    auto failed = wait(retried);
    if (!failed) {
      copy_output(retried);
      failed = take_copy(retried);
    }
    if (!failed || !worth_retrying(*failed) || !result_.description.rowwise) return failed;
    failed->row = guilty_row(asked.first, asked.count);
    return failed;
  }

  /// The row of [first, first + count) that the process dies of, searched by
  /// halves; nothing when it does not die of one row, or time is up.
  std::optional<std::uint64_t> guilty_row(std::uint64_t first, std::uint64_t count) {
    const Deadline until(
        std::chrono::milliseconds(options_.until.within(options_.bisect_milliseconds)));
    bool alive = false;
    const auto dies_of = [&](std::uint64_t from, std::uint64_t rows) -> std::optional<bool> {
      if (!alive && start()) return std::nullopt;
      Asked asked = ask(from, rows);
      alive = !wait(asked);
      return !alive;
    };
    while (count > 1) {
      const std::uint64_t half = count / 2;
      const auto dies = dies_of(first, half);
      if (!dies || until.passed()) return std::nullopt;
      if (!*dies) first += half;
      count = *dies ? half : count - half;
    }
    return dies_of(first, 1).value_or(false) ? std::optional(first) : std::nullopt;
  }

  std::optional<RunEnd> explain() {
    const std::uint64_t size = criteria() * (wire::kExplanationSize + sizeof(std::uint64_t));
    const std::uint64_t most = std::max<std::uint64_t>(wire::kReasonsSize / size, 1);
    for (std::uint64_t first = 0; first < rows_; first += most) {
      if (auto failed = explain(first, std::min(most, rows_ - first))) return failed;
    }
    return std::nullopt;
  }

  std::optional<RunEnd> explain(std::uint64_t first, std::uint64_t count) {
    Asked asked{first, count, worker_->send({wire::Kind::kExplain, 0, 0, first, count}), 0, 0};
    if (auto failed = wait(asked)) return failed;
    const std::string copy(reinterpret_cast<const char*>(reasons_.bytes()), reasons_.size());
    wire::Source source(copy);
    try {
      for (std::uint64_t row = 0; row < count; ++row) {
        auto& texts = result_.explanations.emplace_back();
        for (std::size_t c = 0; c < criteria(); ++c) {
          texts.push_back(readable(source.text(), wire::kExplanationSize));
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
  const SealedTables& table_;
  const std::uint64_t rows_;
  const RunOptions& options_;
  /// Room for all rows, of which pages that nobody writes take no memory.
  const std::array<SharedOutput, 2> outputs_;
  const SharedOutput reasons_;
  std::optional<Worker> worker_;
  std::deque<Asked> asked_;  // the oldest first
  std::uint64_t next_ = 0;
  std::size_t turn_ = 0;
  int retries_ = 0;
  std::string copy_;  // of one batch's output; kept, since new memory is slow
  RuleResult result_;
};

}  // namespace

std::variant<RuleResult, RunEnd> run_rule(const InstalledPlugins& plugins,
                                          const InstalledPlugin& plugin,
                                          const boost::json::object& parameters,
                                          const SealedTables& table, std::uint64_t rows,
                                          const RunOptions& options) {
  try {
    return RuleRun(plugins, plugin, parameters, table, rows, options).run();
  } catch (const std::system_error& failure) {
    return RunEnd{Outcome::kNotStarted, plugin.manifest.id, 0, failure.what(), std::nullopt};
  }
}

std::variant<RuleResult, RunEnd> run_rule(const InstalledPlugins& plugins,
                                          const InstalledPlugin& plugin,
                                          const boost::json::object& parameters,
                                          const ColumnTable& table, const RunOptions& options) {
  for (const auto& column : plugin.manifest.columns) {
    if (!table.find(column)) {
      return RunEnd{Outcome::kNotLoadable, plugin.manifest.id, 0,
                    "the table lacks its column " + column, std::nullopt};
    }
  }
  try {
    const auto sealed = seal_tables({{"innovations", &table, plugin.manifest.columns}});
    return run_rule(plugins, plugin, parameters, sealed, table.rows(), options);
  } catch (const std::system_error& failure) {
    return RunEnd{Outcome::kNotStarted, plugin.manifest.id, 0, failure.what(), std::nullopt};
  }
}

}  // namespace pilah::plugin
