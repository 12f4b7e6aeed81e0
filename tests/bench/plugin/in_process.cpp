#include "bench/plugin/in_process.hpp"

#include <array>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <dlfcn.h>

#include "pilah/plugin/wire/rule_layout.hpp"

namespace pilah::bench {

const void* table_in_process(const std::string& library, const char* id) {
  void* loaded = ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!loaded) throw std::runtime_error(::dlerror());
  using Entry = const pilah_plugin* (*)(std::uint32_t, std::uint32_t);
  const auto entry = reinterpret_cast<Entry>(::dlsym(loaded, "pilah_plugin_entry"));
  return entry(PILAH_ABI_MAJOR, PILAH_ABI_MINOR)->table(id);
}

NumberColumns::NumberColumns(std::uint64_t rows, const std::vector<const char*>& ids)
    : rows_(rows), ids_(ids) {
  std::uint64_t state = 1;
  for (std::size_t c = 0; c < ids.size(); ++c) {
    auto& column = columns_.emplace_back();
    column.reserve(static_cast<std::size_t>(rows));
    for (std::uint64_t row = 0; row < rows; ++row) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      column.push_back(static_cast<double>(state >> 40U) / static_cast<double>(1ULL << 24U));
    }
  }
  validity_.assign(static_cast<std::size_t>((rows + 7) / 8), 0xFF);
}

plugin::RuleResult NumberColumns::score(const pilah_rule& rule, std::uint64_t batch_rows) const {
  plugin::RuleResult result;
  result.description.criteria.emplace_back();
  result.reserve(rows_);
  score(rule, batch_rows, &result);
  return result;
}

void NumberColumns::score_only(const pilah_rule& rule, std::uint64_t batch_rows) const {
  score(rule, batch_rows, nullptr);
}

void NumberColumns::score(const pilah_rule& rule, std::uint64_t batch_rows,
                          plugin::RuleResult* kept) const {
  pilah_create_arguments arguments{};
  arguments.struct_size = sizeof(arguments);
  std::array<char, 256> text{};
  pilah_error error{sizeof(pilah_error), 0, text.data(), text.size(), 0};
  pilah_rule_instance* instance = nullptr;
  if (rule.create(&arguments, &instance, &error) != PILAH_OK) throw std::runtime_error("create");
  std::string output(plugin::RuleLayout(batch_rows, 1).size(), '\0');
  for (std::uint64_t first = 0; first < rows_; first += batch_rows) {
    const std::uint64_t count = std::min(batch_rows, rows_ - first);
    std::vector<pilah_column> columns;
    for (std::size_t c = 0; c < ids_.size(); ++c) {
      columns.push_back({sizeof(pilah_column),
                         PILAH_LAYOUT_DOUBLE,
                         {ids_[c], std::strlen(ids_[c])},
                         validity_.data() + first / 8,
                         columns_[c].data() + first,
                         nullptr,
                         count * sizeof(double)});
    }
    const pilah_batch batch{sizeof(pilah_batch), static_cast<std::uint32_t>(columns.size()), count,
                            first, columns.data()};
    const plugin::RuleLayout layout(count, 1);
    std::memset(output.data(), 0, layout.sentinel());
    std::memset(output.data() + layout.sentinel(), plugin::wire::kSentinel,
                plugin::wire::kSentinelSize);
    std::memset(output.data() + layout.joined(), 0, 2 * sizeof(std::uint64_t));
    auto* bytes = reinterpret_cast<std::uint8_t*>(output.data());
    auto* values = static_cast<double*>(static_cast<void*>(bytes));
    std::uint8_t* unknown = bytes + layout.unknown(0, 0);
    auto* groups = static_cast<std::uint32_t*>(static_cast<void*>(bytes + layout.group_bits(0)));
    const pilah_scores scores{sizeof(pilah_scores),           1,      &values, &unknown,
                              bytes + layout.not_eligible(0), groups, nullptr, nullptr};
    if (rule.score(instance, &batch, &scores, &error) != PILAH_OK)
      throw std::runtime_error("score");
    if (kept) take_rule_output(layout, output, *kept);
  }
  rule.destroy(instance);
}

namespace {

std::int64_t read_bytes(void* context, std::uint64_t offset, void* to, std::uint64_t count) {
  const auto& bytes = *static_cast<const std::string*>(context);
  if (offset >= bytes.size()) return 0;
  const auto most = std::min<std::uint64_t>(count, bytes.size() - offset);
  std::memcpy(to, bytes.data() + offset, static_cast<std::size_t>(most));
  return static_cast<std::int64_t>(most);
}

/// What any host must do: keep the cells of a row somewhere.
struct Kept {
  std::string bytes;
  std::uint64_t cells = 0;

  static std::int32_t row(void* context, std::uint64_t, const pilah_text* cells,
                          std::uint32_t count) {
    auto& kept = *static_cast<Kept*>(context);
    if (kept.bytes.size() > 8U * 1024U * 1024U) kept.bytes.clear();
    for (std::uint32_t i = 0; i < count; ++i) kept.bytes.append(cells[i].bytes, cells[i].length);
    kept.cells += count;
    return 0;
  }
};

}  // namespace

std::uint64_t import_in_process(const pilah_importer& importer, const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  pilah_create_arguments arguments{};
  arguments.struct_size = sizeof(arguments);
  std::array<char, 256> text{};
  pilah_error error{sizeof(pilah_error), 0, text.data(), text.size(), 0};
  Kept kept;
  const pilah_stream stream{sizeof(pilah_stream), 0, &bytes, bytes.size(), read_bytes};
  const pilah_sink sink{
      sizeof(pilah_sink),
      0,
      &kept,
      [](void*, pilah_text) -> std::int32_t { return 0; },
      Kept::row,
      [](void*, std::uint64_t, std::uint32_t, pilah_text) -> std::int32_t { return 0; }};
  if (importer.import_list(&arguments, &stream, &sink, &error) != PILAH_OK) {
    throw std::runtime_error("import");
  }
  return kept.cells;
}

}  // namespace pilah::bench
