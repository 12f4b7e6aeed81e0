// The C++ face of plugin.h: a plugin is one class and one line.
//
//   class Readiness : public pilah::Rule {
//    public:
//     static pilah::RuleDescription describe();
//     explicit Readiness(const pilah::Arguments& arguments);
//     void score(const pilah::Batch& batch, pilah::Scores& scores);
//     std::string explain(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion);
//   };
//   PILAH_RULE(Readiness, "my-region", "1.0.0")
//
// Header-only, C++20, the standard library alone. Exceptions become error codes
// here and nowhere else. An object is used by one thread at a time. Views
// (string_view, Batch, ...) die when the call returns.
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <exception>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/plugin.h"

namespace pilah {

/// Throw it for parameters that the schema allows but that make no sense.
class BadParameters : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throw it when a file as a whole is not what an importer reads.
class BadFile : public std::runtime_error {
  using std::runtime_error::runtime_error;
};

inline std::string_view view(const pilah_text& text) {
  return text.length == 0 ? std::string_view()
                          : std::string_view(text.bytes, static_cast<std::size_t>(text.length));
}

inline pilah_text text_of(std::string_view text) { return {text.data(), text.size()}; }

/// What an instance is made with. Parameters are found by their JSON pointer;
/// the host has checked them against the schema and filled in the defaults.
class Arguments {
 public:
  explicit Arguments(const pilah_create_arguments& raw) : raw_(&raw) {}

  std::optional<std::string_view> text(std::string_view pointer) const {
    const auto* found = find(pointer, PILAH_PARAMETER_TEXT);
    return found ? std::optional(view(found->text)) : std::nullopt;
  }
  std::optional<std::int64_t> integer(std::string_view pointer) const {
    const auto* found = find(pointer, PILAH_PARAMETER_INTEGER);
    return found ? std::optional(found->integer) : std::nullopt;
  }
  std::optional<double> number(std::string_view pointer) const {
    const auto* found = find(pointer, PILAH_PARAMETER_NUMBER);
    if (!found) found = find(pointer, PILAH_PARAMETER_INTEGER);
    return found ? std::optional(found->number) : std::nullopt;
  }
  std::optional<bool> boolean(std::string_view pointer) const {
    const auto* found = find(pointer, PILAH_PARAMETER_BOOL);
    return found ? std::optional(found->integer != 0) : std::nullopt;
  }
  /// The bytes of a data file of the package; nothing when plugin.json names none so.
  /// They live as long as the library.
  std::optional<std::string_view> data_file(std::string_view name) const {
    // NOLINTNEXTLINE(bugprone-sizeof-expression): the size of the pointer is meant
    if (!PILAH_HAS_FIELD(raw_, pilah_create_arguments, data_files)) return std::nullopt;
    for (std::uint32_t i = 0; i < raw_->data_file_count; ++i) {
      const auto* file = PILAH_ELEMENT(raw_->data_files, pilah_data_file, i);
      if (view(file->name) == name) return view(file->bytes);
    }
    return std::nullopt;
  }
  /// What the plugin takes for today, ISO 8601.
  std::string_view as_of() const { return view(raw_->as_of); }
  bool english() const { return view(raw_->language) == "en"; }

 private:
  const pilah_parameter* find(std::string_view pointer, std::uint32_t kind) const {
    for (std::uint32_t i = 0; i < raw_->parameter_count; ++i) {
      const auto* parameter = PILAH_ELEMENT(raw_->parameters, pilah_parameter, i);
      if (parameter->kind == kind && view(parameter->pointer) == pointer) return parameter;
    }
    return nullptr;
  }
  const pilah_create_arguments* raw_;
};

/// One column of a batch. A value that nobody knows is nullopt.
class Column {
 public:
  Column() = default;
  explicit Column(const pilah_column* raw) : raw_(raw) {}

  std::string_view id() const { return view(raw_->id); }
  std::uint32_t layout() const { return raw_->layout; }  ///< PILAH_LAYOUT_*
  bool known(std::uint64_t row) const {
    return raw_->validity == nullptr || ((raw_->validity[row / 8] >> (row % 8)) & 1U) != 0;
  }
  std::optional<double> number(std::uint64_t row) const {
    require(PILAH_LAYOUT_DOUBLE);
    if (!known(row)) return std::nullopt;
    return static_cast<const double*>(raw_->values)[row];
  }
  std::optional<std::int64_t> integer(std::uint64_t row) const {
    require(PILAH_LAYOUT_INT64);
    if (!known(row)) return std::nullopt;
    return static_cast<const std::int64_t*>(raw_->values)[row];
  }
  std::optional<bool> boolean(std::uint64_t row) const {
    require(PILAH_LAYOUT_BOOL);
    if (!known(row)) return std::nullopt;
    return ((static_cast<const std::uint8_t*>(raw_->values)[row / 8] >> (row % 8)) & 1U) != 0;
  }
  std::optional<std::string_view> text(std::uint64_t row) const {
    require(PILAH_LAYOUT_TEXT);
    if (!known(row)) return std::nullopt;
    return std::string_view(static_cast<const char*>(raw_->values) + raw_->offsets[row],
                            raw_->offsets[row + 1] - raw_->offsets[row]);
  }

 private:
  void require(std::uint32_t layout) const {
    if (raw_->layout != layout) {
      throw std::logic_error("column " + std::string(view(raw_->id)) + " has another layout");
    }
  }
  const pilah_column* raw_ = nullptr;
};

/// Rows of columns: for a rule those that describe() names, in that order.
class Batch {
 public:
  explicit Batch(const pilah_batch& raw) : raw_(&raw) {}
  std::uint64_t rows() const { return raw_->rows; }
  std::uint32_t columns() const { return raw_->column_count; }
  /// By the place in RuleDescription::columns.
  Column column(std::uint32_t index) const {
    if (index >= raw_->column_count) throw std::out_of_range("no such column");
    return Column(PILAH_ELEMENT(raw_->columns, pilah_column, index));
  }
  /// By its id; a host that does not know the column gives none.
  std::optional<Column> column(std::string_view id) const {
    for (std::uint32_t i = 0; i < raw_->column_count; ++i) {
      if (column(i).id() == id) return column(i);
    }
    return std::nullopt;
  }

  /// The ABI's own struct, for whole columns at once.
  const pilah_batch& raw() const { return *raw_; }

 private:
  const pilah_batch* raw_;
};

/// Where a rule writes what it finds for each row of a batch.
class Scores {
 public:
  Scores(const pilah_scores& raw, std::uint64_t rows) : raw_(&raw), rows_(rows) {}

  /// `value` in [0, 1]; nullopt, or never set: it cannot be told.
  void set(std::uint64_t row, std::uint32_t criterion, std::optional<double> value) {
    check(row, criterion < raw_->criterion_count);
    raw_->unknown[criterion][row] = value ? 0 : 1;
    raw_->values[criterion][row] = value.value_or(0.0);
  }
  /// Not eligible, with the reason at that place of RuleDescription::reasons.
  void reject(std::uint64_t row, std::uint8_t reason) {
    check(row, reason < 255);
    raw_->not_eligible[row] = static_cast<std::uint8_t>(reason + 1);
  }
  /// Member of the group at that place of RuleDescription::groups.
  void join(std::uint64_t row, std::uint32_t group) {
    check(row, group < 32);
    raw_->groups[row] |= std::uint32_t{1} << group;
  }
  /// Member of a group that is named as it goes; plugin.h tells what a name may be.
  void join(std::uint64_t row, std::string_view name) {
    check(row, PILAH_HAS_FIELD(raw_, pilah_scores, join));
    if (raw_->join(raw_->context, row, text_of(name)) != PILAH_OK) {
      throw std::invalid_argument("the host takes no group " + std::string(name));
    }
  }

  /// The ABI's own struct, for whole columns at once: keep to batch.rows().
  const pilah_scores& raw() const { return *raw_; }

 private:
  void check(std::uint64_t row, bool fits) const {
    if (row >= rows_ || !fits) throw std::out_of_range("a score outside the batch");
  }
  const pilah_scores* raw_;
  std::uint64_t rows_;
};

/// Where `value` lies on the way from what counts as 0 to what counts as 1, cut off
/// at both ends; nullopt for what is no number. Requires: zero != one.
inline std::optional<double> between(double value, double zero, double one) {
  const double part = (value - zero) / (one - zero);
  if (std::isnan(part)) return std::nullopt;
  return std::clamp(part, 0.0, 1.0);
}

/// What a rule is; all texts are string literals or live as long as the library.
struct RuleDescription {
  struct Criterion {
    const char* id;
    const char* title_id;
    const char* title_en;
    const char* zero_id;
    const char* zero_en;
    const char* one_id;
    const char* one_en;
    std::uint32_t default_weight = 1;
  };
  struct Reason {
    const char* id;
    const char* text_id;
    const char* text_en;
  };
  struct Group {
    const char* id;
    const char* title_id;
    const char* title_en;
    std::int32_t default_min = -1;  ///< -1: none
    std::int32_t default_max = -1;
  };
  std::vector<const char*> columns;  ///< ids of columns.h
  std::vector<Criterion> criteria;
  std::vector<Reason> reasons;
  std::vector<Group> groups;
  bool rowwise = true;  ///< row i depends on row i alone
};

/// The base of every rule; carries no state.
class Rule {
 public:
  virtual ~Rule() = default;
};

/// One value of a criterion and why it has it, in both languages.
struct Finding {
  std::optional<double> value;  ///< in [0, 1]; nullopt: it cannot be told
  std::string why_id;
  std::string why_en;
};

/// A rule that judges one row at a time; `Self` derives from it and says
///
///   pilah::Finding find(const pilah::Batch& batch, std::uint64_t row, std::uint32_t criterion);
///   std::optional<std::uint8_t> why_not(const pilah::Batch& batch, std::uint64_t row);
///
/// the first for each criterion, the second the place of the reason why the row is
/// not eligible; and where it has groups
///
///   void join_groups(const pilah::Batch& batch, std::uint64_t row, pilah::Scores& scores);
template <class Self>
class RowRule : public Rule {
 public:
  explicit RowRule(const Arguments& arguments) : english_(arguments.english()) {}

  void score(const Batch& batch, Scores& scores) {
    auto& self = static_cast<Self&>(*this);
    for (std::uint64_t row = 0; row < batch.rows(); ++row) {
      for (std::uint32_t c = 0; c < scores.raw().criterion_count; ++c) {
        scores.set(row, c, self.find(batch, row, c).value);
      }
      const std::optional<std::uint8_t> reason = self.why_not(batch, row);
      if (reason) scores.reject(row, *reason);
      if constexpr (requires { self.join_groups(batch, row, scores); }) {
        self.join_groups(batch, row, scores);
      }
    }
  }

  std::string explain(const Batch& batch, std::uint64_t row, std::uint32_t criterion) {
    Finding finding = static_cast<Self&>(*this).find(batch, row, criterion);
    return english_ ? std::move(finding.why_en) : std::move(finding.why_id);
  }

 private:
  bool english_;
};

/// Where an importer puts its rows. Each call throws when the host wants no more.
class Sink {
 public:
  explicit Sink(const pilah_sink& raw) : raw_(&raw) {}
  void sheet(std::string_view name) { check(raw_->sheet(raw_->context, text_of(name))); }
  /// `row` as a spreadsheet shows it, from 1.
  void row(std::uint64_t row, const std::vector<std::string_view>& cells) {
    cells_.resize(cells.size());
    std::transform(cells.begin(), cells.end(), cells_.begin(), text_of);
    check(raw_->row(raw_->context, row, cells_.data(), static_cast<std::uint32_t>(cells_.size())));
  }
  /// `column` from 1; 0: the row as a whole.
  void reject(std::uint64_t row, std::uint32_t column, std::string_view why) {
    check(raw_->reject(raw_->context, row, column, text_of(why)));
  }

  struct Stopped {};

 private:
  static void check(std::int32_t status) {
    if (status != PILAH_OK) throw Stopped{};
  }
  const pilah_sink* raw_;
  std::vector<pilah_text> cells_;
};

/// The bytes that an importer reads.
class Stream {
 public:
  explicit Stream(const pilah_stream& raw) : raw_(&raw) {}
  std::uint64_t size() const { return raw_->size; }
  /// How many bytes were read: fewer than asked for at the end alone.
  std::size_t read_at(std::uint64_t offset, void* to, std::size_t count) const {
    std::size_t done = 0;
    while (done < count) {  // the ABI may give a part
      const std::int64_t read =
          raw_->read_at(raw_->context, offset + done, static_cast<char*>(to) + done, count - done);
      if (read < 0) throw Sink::Stopped{};
      if (read == 0) break;
      done += static_cast<std::size_t>(read);
    }
    return done;
  }

 private:
  const pilah_stream* raw_;
};

class Importer {
 public:
  virtual ~Importer() = default;
};

/// A table that an exporter asked for.
class Table {
 public:
  explicit Table(const pilah_table& raw) : raw_(&raw) {}
  std::string_view id() const { return view(raw_->id); }
  Batch rows() const { return Batch(raw_->rows); }

 private:
  const pilah_table* raw_;
};

/// The tables in the order in which the exporter names them.
class Tables {
 public:
  Tables(const pilah_table* raw, std::uint32_t count) : raw_(raw), count_(count) {}
  std::uint32_t size() const { return count_; }
  Table operator[](std::uint32_t index) const {
    if (index >= count_) throw std::out_of_range("no such table");
    return Table(*PILAH_ELEMENT(raw_, pilah_table, index));
  }

 private:
  const pilah_table* raw_;
  std::uint32_t count_;
};

/// Where an exporter writes its document. Throws when the host wants no more.
class Output {
 public:
  explicit Output(const pilah_output& raw) : raw_(&raw) {}
  void write(std::string_view bytes) {
    if (raw_->write(raw_->context, bytes.data(), bytes.size()) != PILAH_OK) throw Sink::Stopped{};
  }

 private:
  const pilah_output* raw_;
};

class Exporter {
 public:
  virtual ~Exporter() = default;
};

namespace detail {

inline std::int32_t fail(pilah_error* error, std::int32_t status, std::string_view text) noexcept {
  if (error != nullptr && error->text != nullptr) {
    auto length = std::min<std::uint64_t>(text.size(), error->capacity);
    while (length > 0 && length < text.size() &&
           (static_cast<unsigned char>(text[static_cast<std::size_t>(length)]) & 0xC0U) == 0x80U) {
      --length;
    }
    std::memcpy(error->text, text.data(), static_cast<std::size_t>(length));
    error->length = length;
  }
  return status;
}

/// Runs `work`; what it throws becomes a status and a text.
template <class Work>
std::int32_t guarded(pilah_error* error, Work work) noexcept {
  try {
    work();
    return PILAH_OK;
  } catch (const Sink::Stopped&) {
    return PILAH_ERROR_STOPPED;
  } catch (const BadParameters& failure) {
    return fail(error, PILAH_ERROR_PARAMETERS, failure.what());
  } catch (const BadFile& failure) {
    return fail(error, PILAH_ERROR_INPUT, failure.what());
  } catch (const std::exception& failure) {
    return fail(error, PILAH_ERROR_FAILED, failure.what());
  } catch (...) {
    return fail(error, PILAH_ERROR_FAILED, "an exception that is no std::exception");
  }
}

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

template <class I>
const pilah_importer* importer_table() noexcept {
  static_assert(std::derived_from<I, Importer>,
                "an importer derives publicly from pilah::Importer");
  static_assert(std::constructible_from<I, const Arguments&>,
                "an importer needs: explicit Name(const pilah::Arguments& arguments);");
  static_assert(
      requires(I importer, const Stream& stream, Sink& sink) {
        { importer.import_list(stream, sink) } -> std::same_as<void>;
      },
      "an importer needs: void import_list(const pilah::Stream& stream, pilah::Sink& sink);");
  static const pilah_importer table = {
      sizeof(pilah_importer), 0,
      [](const pilah_create_arguments* arguments, const pilah_stream* stream,
         const pilah_sink* sink, pilah_error* error) noexcept -> std::int32_t {
        return guarded(error, [&] {
          I importer{Arguments(*arguments)};
          Sink output(*sink);
          importer.import_list(Stream(*stream), output);
        });
      }};
  return &table;
}

template <class E>
const pilah_exporter* exporter_table() noexcept {
  static_assert(std::derived_from<E, Exporter>,
                "an exporter derives publicly from pilah::Exporter");
  static_assert(
      requires {
        { E::tables() } -> std::same_as<std::vector<const char*>>;
      },
      "an exporter needs: static std::vector<const char*> tables();");
  static_assert(std::constructible_from<E, const Arguments&>,
                "an exporter needs: explicit Name(const pilah::Arguments& arguments);");
  static_assert(
      requires(E exporter, const Tables& tables, Output& output) {
        { exporter.export_tables(tables, output) } -> std::same_as<void>;
      },
      "an exporter needs: void export_tables(const pilah::Tables& tables, pilah::Output& output);");
  try {
    static const std::vector<const char*> tables = E::tables();
    static const pilah_exporter table = {
        sizeof(pilah_exporter), static_cast<std::uint32_t>(tables.size()), tables.data(),
        [](const pilah_create_arguments* arguments, const pilah_table* given, std::uint32_t count,
           const pilah_output* output, pilah_error* error) noexcept -> std::int32_t {
          return guarded(error, [&] {
            E exporter{Arguments(*arguments)};
            Output document(*output);
            exporter.export_tables(Tables(given, count), document);
          });
        }};
    return &table;
  } catch (...) {
    return nullptr;
  }
}

inline bool same(const char* a, const char* b) { return std::strcmp(a, b) == 0; }

/// What a plugin answers for the id of a table.
template <class R>
const void* offered_rule(const char* id) noexcept {
  return same(id, PILAH_RULE_ID) ? rule_table<R>() : nullptr;
}
template <class I>
const void* offered_importer(const char* id) noexcept {
  return same(id, PILAH_IMPORTER_ID) ? importer_table<I>() : nullptr;
}
template <class E>
const void* offered_exporter(const char* id) noexcept {
  return same(id, PILAH_EXPORTER_ID) ? exporter_table<E>() : nullptr;
}

template <class Class>
const void* offered_one(const char* id) noexcept {
  if constexpr (std::derived_from<Class, Rule>) {
    return offered_rule<Class>(id);
  } else if constexpr (std::derived_from<Class, Importer>) {
    return offered_importer<Class>(id);
  } else {
    static_assert(std::derived_from<Class, Exporter>,
                  "what a plugin offers derives publicly from pilah::Rule, pilah::Importer or "
                  "pilah::Exporter");
    return offered_exporter<Class>(id);
  }
}

template <class... Classes>
const void* offered(const char* id) noexcept {
  const void* found = nullptr;
  static_cast<void>(((found = offered_one<Classes>(id)) || ...));
  return found;
}

}  // namespace detail
}  // namespace pilah

#define PILAH_PLUGIN_ENTRY(plugin_id, plugin_version, offer)                               \
  extern "C" PILAH_EXPORT const pilah_plugin* pilah_plugin_entry(std::uint32_t host_major, \
                                                                 std::uint32_t) {          \
    static const pilah_plugin plugin = {sizeof(pilah_plugin),                              \
                                        PILAH_ABI_MAJOR,                                   \
                                        PILAH_ABI_MINOR,                                   \
                                        0,                                                 \
                                        plugin_id,                                         \
                                        plugin_version,                                    \
                                        offer};                                            \
    return host_major == PILAH_ABI_MAJOR ? &plugin : nullptr;                              \
  }

/// The line that makes the class a plugin; id and version as in plugin.json.
#define PILAH_RULE(Class, plugin_id, plugin_version) \
  PILAH_PLUGIN_ENTRY(plugin_id, plugin_version, ::pilah::detail::offered_rule<Class>)
#define PILAH_IMPORTER(Class, plugin_id, plugin_version) \
  PILAH_PLUGIN_ENTRY(plugin_id, plugin_version, ::pilah::detail::offered_importer<Class>)
#define PILAH_EXPORTER(Class, plugin_id, plugin_version) \
  PILAH_PLUGIN_ENTRY(plugin_id, plugin_version, ::pilah::detail::offered_exporter<Class>)
/// A plugin that offers several things, one class each: a rule and an importer, say.
#define PILAH_PLUGIN(plugin_id, plugin_version, ...) \
  PILAH_PLUGIN_ENTRY(plugin_id, plugin_version, (::pilah::detail::offered<__VA_ARGS__>))
