#include "pilah/cli/commands/list_import.hpp"

#include <memory>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>

#include "pilah/cli/session.hpp"
#include "pilah/cli/table.hpp"
#include "pilah/registry/documents/import_report.hpp"

namespace pilah::cli {
namespace {

/// Rows that a person is shown one by one; the rest is counted.
constexpr int kShownRows = 40;

/// Writes the report as JSON while the rows come in, so that a list of any
/// length needs no memory.
class JsonReport {
 public:
  explicit JsonReport(const Session& session) : session_(session) {
    session_.invocation.out << "{\"rows\":[";
  }
  void row(const registry::ImportedRow& row) {
    const auto document =
        registry::imported_row_document(row, session_.sentences, session_.language());
    session_.invocation.out << (first_ ? "\n" : ",\n") << boost::json::serialize(document);
    first_ = false;
  }
  void finish(const registry::ImportReport& report) {
    // The report's own members follow in the same object.
    const std::string members =
        boost::json::serialize(registry::import_report_document(report)).substr(1);
    session_.invocation.out << "]," << members << '\n';
  }

 private:
  const Session& session_;
  bool first_ = true;
};

/// Tells a person what became of the list: what was rejected and what to look at.
class TextReport {
 public:
  explicit TextReport(const Session& session) : session_(session) {}

  void row(const registry::ImportedRow& row) {
    if (row.reason) {
      show(row, "cli.import.rejected_row", *row.reason);
    }
    for (const auto& warning : row.warnings) show(row, "cli.import.warned_row", warning);
  }

  void finish(const registry::ImportReport& report) {
    if (hidden_ > 0) {
      session_.print_line(session_.say("cli.import.more", {{"count", std::to_string(hidden_)}}));
    }
    if (!report.unread_columns.empty()) {
      std::string columns;
      for (const auto& column : report.unread_columns) {
        columns += (columns.empty() ? "" : ", ") + column;
      }
      session_.print_line(session_.say("cli.import.unread_columns", {{"columns", columns}}));
    }
    session_.print_line(session_.say(report.dry_run ? "cli.import.would" : "cli.import.done",
                                     {{"list", report.list},
                                      {"added", session_.grouped(report.added)},
                                      {"updated", session_.grouped(report.updated)},
                                      {"unchanged", session_.grouped(report.unchanged)},
                                      {"rejected", session_.grouped(report.rejected)}}));
  }

 private:
  void show(const registry::ImportedRow& row, std::string_view kind,
            const catalogue::Message& message) {
    if (shown_++ >= kShownRows) {
      ++hidden_;
      return;
    }
    const std::string where =
        row.sheet.empty() ? std::to_string(row.row) : row.sheet + "!" + std::to_string(row.row);
    session_.print_line(session_.say(kind, {{"row", where}, {"why", session_.say(message)}}));
  }

  const Session& session_;
  int shown_ = 0;
  std::int64_t hidden_ = 0;
};

template <class Report>
int run(const Session& session, const registry::Environment& environment,
        registry::ImportRequest request) {
  request.file = session.resolve(request.file);
  if (!request.map.empty()) request.map = session.resolve(request.map);
  request.region = session.region;
  request.language = session.language();
  std::function<void(std::int64_t)> progress;
  if (session.invocation.err_is_terminal) {
    progress = [&session](std::int64_t rows) {
      session.invocation.err << '\r'
                             << session.say("cli.import.progress",
                                            {{"rows", session.grouped(rows)}})
                             << std::flush;
    };
  }
  std::optional<Report> report;
  const auto each_row = [&](const registry::ImportedRow& row) {
    if (!report) report.emplace(session);
    report->row(row);
  };
  const auto outcome =
      registry::import_list(environment, session.caller(), request, each_row, progress);
  if (progress) session.invocation.err << "\r\033[K";
  if (!report) report.emplace(session);
  report->finish(outcome);
  return kDone;
}

}  // namespace

void add_list_import(CLI::App& parent, Session& session, registry::ListKind kind) {
  auto request = std::make_shared<registry::ImportRequest>();
  request->kind = kind;
  auto* import =
      parent.add_subcommand("import", session.say(kind == registry::ListKind::kInnovations
                                                      ? "cli.help.import"
                                                      : "cli.help.organisation_import"));
  import->add_option("FILE", request->file, session.say("cli.option.list_file"))->required();
  import->add_option("--format", request->format, session.say("cli.option.format"));
  import->add_option("--list", request->list, session.say("cli.option.list_name"));
  import->add_option("--map", request->map, session.say("cli.option.map"));
  import->add_flag("--dry-run", request->dry_run, session.say("cli.option.dry_run"));
  import->callback([&session, request] {
    session.on_catalogue = [&session, request](const registry::Environment& environment) {
      return session.json ? run<JsonReport>(session, environment, *request)
                          : run<TextReport>(session, environment, *request);
};
}  // namespace pilah::cli
);
}

}  // namespace pilah::cli
