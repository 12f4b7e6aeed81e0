// What an importer reads and where it puts its rows, and how its class becomes the
// table of plugin.h.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pilah/face/arguments.hpp"
#include "pilah/face/guard.hpp"
#include "pilah/face/text.hpp"
#include "pilah/plugin.h"

namespace pilah {

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

 private:
  static void check(std::int32_t status) {
    if (status != PILAH_OK) throw detail::Stopped{};
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
      if (read < 0) throw detail::Stopped{};
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

namespace detail {

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

}  // namespace detail
}  // namespace pilah
