#include "pilah/plugin/runner/input_tables.hpp"

#include <limits>
#include <stdexcept>
#include <string>

namespace pilah::plugin::runner {
namespace {

const std::uint8_t* bytes_of(std::string_view bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

/// The bits from `first` on as a bitmap of their own.
std::vector<std::uint8_t> shifted(const std::uint8_t* bits, std::uint64_t first,
                                  std::uint64_t count) {
  std::vector<std::uint8_t> part(static_cast<std::size_t>((count + 7) / 8));
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t at = first + i;
    const unsigned bit = (bits[at / 8] >> (at % 8)) & 1U;
    part[static_cast<std::size_t>(i / 8)] |= static_cast<std::uint8_t>(bit << (i % 8));
  }
  return part;
}

/// The ends of rows as offsets that begin with 0.
std::vector<std::uint32_t> offsets_from(const InputColumn& column, std::uint64_t begin,
                                        std::uint64_t first, std::uint64_t count) {
  std::vector<std::uint32_t> offsets{0};
  offsets.reserve(static_cast<std::size_t>(count + 1));
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t end = column.ends[first + i] - begin;
    if (end > std::numeric_limits<std::uint32_t>::max()) {
      throw std::runtime_error("column " + std::string(column.id) + " has more than 4 GiB of text");
    }
    offsets.push_back(static_cast<std::uint32_t>(end));
  }
  return offsets;
}

}  // namespace

std::vector<InputTable> read_tables(const Mapping& memory) {
  wire::Source source(memory.view());
  const auto aligned = [&source](std::uint64_t size) {
    source.align(8);
    return source.take(size);
  };
  std::vector<InputTable> tables;
  for (auto table_count = source.number<std::uint32_t>(); table_count > 0; --table_count) {
    InputTable table;
    table.id = source.text();
    table.rows = source.number<std::uint64_t>();
    for (auto columns = source.number<std::uint32_t>(); columns > 0; --columns) {
      InputColumn column;
      column.id = source.text();
      column.layout = source.number<std::uint32_t>();
      const auto validity = source.number<std::uint64_t>();
      const auto values = source.number<std::uint64_t>();
      const auto ends = source.number<std::uint64_t>();
      column.validity = aligned(validity);
      column.values = aligned(values);
      column.ends =
          static_cast<const std::uint64_t*>(static_cast<const void*>(aligned(ends).data()));
      table.columns.push_back(column);
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

InputBatch::InputBatch(const InputTable& table, std::uint64_t first, std::uint64_t count) {
  const auto bitmap = [&](std::string_view bits) {
    if (first % 8 == 0) return bytes_of(bits) + first / 8;
    bits_.push_back(shifted(bytes_of(bits), first, count));
    return static_cast<const std::uint8_t*>(bits_.back().data());
  };
  for (const auto& column : table.columns) {
    pilah_column given{sizeof(pilah_column),
                       column.layout,
                       {column.id.data(), column.id.size()},
                       bitmap(column.validity),
                       nullptr,
                       nullptr,
                       0};
    switch (column.layout) {
      case PILAH_LAYOUT_BOOL:
        given.values = bitmap(column.values);
        given.values_size = (count + 7) / 8;
        break;
      case PILAH_LAYOUT_TEXT: {
        const std::uint64_t begin = first == 0 ? 0 : column.ends[first - 1];
        offsets_.push_back(offsets_from(column, begin, first, count));
        given.values = column.values.data() + begin;
        given.offsets = offsets_.back().data();
        given.values_size = offsets_.back().back();
        break;
      }
      default:
        given.values = column.values.data() + first * sizeof(double);
        given.values_size = count * sizeof(double);
    }
    columns_.push_back(given);
  }
  raw_ = {sizeof(pilah_batch), static_cast<std::uint32_t>(columns_.size()), count, first,
          columns_.data()};
}

}  // namespace pilah::plugin::runner
