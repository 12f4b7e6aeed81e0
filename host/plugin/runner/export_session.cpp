#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

#include <unistd.h>

#include "pilah/plugin/runner/input_tables.hpp"
#include "pilah/plugin/runner/sessions.hpp"
#include "pilah/plugin/runner/system_calls.hpp"

namespace pilah::plugin::runner {
namespace {

constexpr std::uint32_t kMostTables = 64;

/// The file that the host made for the document.
struct Document {
  int descriptor;
  std::uint64_t left;
  bool over = false;  ///< the plugin wanted to write more than it may

  static std::int32_t write(void* context, const void* bytes, std::uint64_t count) noexcept {
    auto& document = *static_cast<Document*>(context);
    if (count > document.left) {
      document.over = true;
      return PILAH_ERROR_STOPPED;
    }
    document.left -= count;
    const char* at = static_cast<const char*>(bytes);
    while (count > 0) {
      const ssize_t written = ::write(document.descriptor, at, static_cast<std::size_t>(count));
      if (written < 0 && errno == EINTR) continue;
      if (written <= 0) return PILAH_ERROR_STOPPED;
      at += written;
      count -= static_cast<std::uint64_t>(written);
    }
    return PILAH_OK;
  }
};

std::string describe(const pilah_exporter& exporter) {
  if (!exporter.export_tables) throw std::runtime_error("the exporter lacks export_tables");
  if (exporter.table_count > kMostTables || (exporter.table_count > 0 && !exporter.tables)) {
    throw std::runtime_error("the exporter names more than 64 tables, or none where it says some");
  }
  wire::Sink sink;
  sink.number(exporter.table_count);
  for (std::uint32_t i = 0; i < exporter.table_count; ++i) {
    sink.text(exporter.tables[i] ? exporter.tables[i] : "");
  }
  return sink.bytes();
}

}  // namespace

void serve_exporter(const pilah_exporter& exporter, const Work& work) {
  const std::string described = describe(exporter);
  if (described.size() > work.description.size()) {
    throw std::runtime_error("the names of the tables are larger than 1 MiB");
  }
  std::memcpy(work.description.bytes(), described.data(), described.size());
  const Mapping input(work.given.at(wire::kExportTables),
                      size_of(work.given.at(wire::kExportTables)), false);
  const auto tables = read_tables(input);
  std::vector<InputBatch> batches;
  std::vector<pilah_table> given;
  batches.reserve(tables.size());
  for (const auto& table : tables) batches.emplace_back(table, 0, table.rows);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    given.push_back(
        {sizeof(pilah_table), 0, {tables[i].id.data(), tables[i].id.size()}, *batches[i].get()});
  }
  allow_computing();
  send({wire::Kind::kReady, 0, 0, described.size(), 0});
  const auto request = receive();
  if (!request || request->message.kind != wire::Kind::kExport) return;
  Document document{work.given.at(wire::kDocument).get(),
                    static_cast<std::uint64_t>(request->message.a)};
  const pilah_output output{sizeof(pilah_output), 0, &document, Document::write};
  ErrorText error;
  const auto status = exporter.export_tables(
      work.arguments, given.data(), static_cast<std::uint32_t>(given.size()), &output, error.get());
  // Whatever it answers: a document that was cut off is none.
  finish(request->message.sequence, document.over ? PILAH_ERROR_STOPPED : status,
         document.over ? std::string_view() : error.text(), work.description);
  wait_for_host();
}

}  // namespace pilah::plugin::runner
