// What an exporter is given and where it writes, and how its class becomes the table
// of plugin.h.
#pragma once

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "pilah/face/arguments.hpp"
#include "pilah/face/batch.hpp"
#include "pilah/face/guard.hpp"
#include "pilah/face/text.hpp"
#include "pilah/plugin.h"

namespace pilah {

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
    if (raw_->write(raw_->context, bytes.data(), bytes.size()) != PILAH_OK) throw detail::Stopped{};
  }

 private:
  const pilah_output* raw_;
};

class Exporter {
 public:
  virtual ~Exporter() = default;
};

namespace detail {

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

}  // namespace detail
}  // namespace pilah
