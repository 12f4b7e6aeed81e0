#include "pilah/registry/intake/list_file.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/plugin/plugin_repository.hpp"
#include "pilah/plugin/run/import_run.hpp"
#include "pilah/registry/intake/plain_text.hpp"
#include "pilah/registry/plugins/plugin_failures.hpp"
#include "pilah/registry/plugins/plugin_list.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/text/utf8.hpp"

namespace pilah::registry {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;

namespace {

constexpr const char* kImporterTable = "pilah.importer/1";
constexpr std::uintmax_t kMaxMap = std::uintmax_t{1024} * 1024;

[[noreturn]] void refuse(RefusalKind refusal, const char* kind,
                         std::vector<std::pair<std::string, std::string>> arguments) {
  throw Refusal(refusal, Message{kind, std::move(arguments), ""});
}

void require_file(const std::filesystem::path& file, const std::string& name) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (error || !std::filesystem::exists(status)) {
    refuse(RefusalKind::kNotFound, "intake.file_missing", {{"file", file.string()}});
  }
  if (!std::filesystem::is_regular_file(status)) {
    refuse(RefusalKind::kInvalid, "intake.not_a_file", {{"file", file.string()}});
  }
  if (std::filesystem::file_size(file, error) == 0 && !error) {
    refuse(RefusalKind::kInvalid, "intake.file_empty", {{"file", name}});
  }
}

/// The first bytes; fewer of a shorter file.
std::string start_of(const std::filesystem::path& file) {
  std::string start(16, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(in.gcount()));
  return start;
}

std::string suffix_of(const std::filesystem::path& file) {
  std::string suffix = file.extension().string();
  for (char& c : suffix) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return suffix;
}

/// What the host can read, for a person who brought something else.
std::string readable(const plugin::InstalledPlugins& plugins, bool by_id) {
  std::set<std::string> words;
  for (const auto& plugin : plugins.all()) {
    if (!plugin.manifest.offers_table(kImporterTable)) continue;
    if (by_id) words.insert(plugin.manifest.id);
    if (!by_id) words.insert(plugin.manifest.suffixes.begin(), plugin.manifest.suffixes.end());
  }
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : ", ") + word;
  return all.empty() ? "-" : all;
}

/// Whether the list may be read by it: the region that it is for must use the
/// importer, for rows of several regions any region of this host.
class Permission {
 public:
  Permission(const Environment& environment, const std::string& region)
      : regions_(regions(environment)) {
    const auto chosen = std::find_if(regions_.begin(), regions_.end(),
                                     [&](const auto& each) { return each.code.text() == region; });
    if (chosen != regions_.end()) regions_ = {*chosen};
  }
  bool operator()(const plugin::InstalledPlugin& importer) const {
    return regions_.empty() || std::any_of(regions_.begin(), regions_.end(), [&](const auto& each) {
             return is_enabled(each, importer);
           });
  }
  const plugin::InstalledPlugin& demand(const plugin::InstalledPlugin& importer) const {
    if (!(*this)(importer)) require_enabled(regions_.front(), importer);
    return importer;
  }

 private:
  std::vector<catalogue::Region> regions_;
};

const plugin::InstalledPlugin& importer_for(const plugin::InstalledPlugins& plugins,
                                            const ImportRequest& request,
                                            const Permission& may_read) {
  if (!request.format.empty()) {
    const auto* named = plugins.find(request.format);
    if (named && named->manifest.offers_table(kImporterTable)) return may_read.demand(*named);
    refuse(RefusalKind::kInvalid, "intake.format_unknown",
           {{"format", request.format}, {"known", readable(plugins, true)}});
  }
  const auto importers =
      plugins.importers_of(suffix_of(file_name_of(request)), start_of(request.file));
  if (importers.empty()) {
    refuse(RefusalKind::kInvalid, "intake.file_type_unknown",
           {{"file", file_name_of(request)},
            {"known", readable(plugins, false)},
            {"formats", readable(plugins, true)}});
  }
  for (const auto* importer : importers) {
    if (may_read(*importer)) return *importer;
  }
  return may_read.demand(*importers.front());
}

ColumnMap read_map(const Environment& environment, const ImportRequest& request) {
  const auto refuse_shape = [] {
    refuse(RefusalKind::kInvalid, "intake.map_shape", {{"example", R"({"Judul": "name"})"}});
  };
  if (!request.map_json.empty()) {
    if (request.map_json.size() > kMaxMap) refuse_shape();
    return ColumnMap::read(request.map_json, headers_of(request.kind), environment.list_words);
  }
  if (request.map.empty()) return {};
  require_file(request.map, request.map.filename().string());
  std::error_code error;
  if (std::filesystem::file_size(request.map, error) > kMaxMap || error) refuse_shape();
  std::ifstream in(request.map, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return ColumnMap::read(text.str(), headers_of(request.kind), environment.list_words);
}

void tell_columns(const ListSheets& sheets, ImportReport& report) {
  std::set<std::pair<std::string, std::string>> read;
  std::set<std::string> unread;
  for (const auto& [sheet, header] : sheets.headers()) {
    for (const auto& column : header.columns) {
      if (read.emplace(column.header, column.field).second) {
        report.columns.emplace_back(column.header, column.field);
      }
    }
    for (const auto& column : header.unread) {
      if (unread.insert(column).second) report.unread_columns.push_back(column);
    }
  }
  report.unread_sheets = sheets.without_header();
}

}  // namespace

HeaderSet headers_of(ListKind kind) {
  switch (kind) {
    case ListKind::kOrganisations:
      return HeaderSet::kOrganisations;
    case ListKind::kAccounts:
      return HeaderSet::kAccounts;
    case ListKind::kInnovations:
      break;
  }
  return HeaderSet::kInnovations;
}

std::string file_name_of(const ImportRequest& request) {
  return request.file_name.empty() ? request.file.filename().string() : request.file_name;
}

ListFile open_list(const Environment& environment, const ImportRequest& request) {
  require_file(request.file, file_name_of(request));
  ListFile list;
  list.file = request.file;
  const std::string name = request.list.empty() ? file_name_of(request) : request.list;
  list.name = text::cut(plain_line(name), 200);
  list.plugins = environment.plugins.plugins();
  list.importer = &importer_for(*list.plugins, request, Permission(environment, request.region));
  list.language = request.language;
  list.map = read_map(environment, request);
  list.failed = [&environment, region = request.region,
                 importer = *list.importer](const plugin::RunEnd& end) {
    const auto code = catalogue::RegionCode::parse(region);
    note_failure(environment, code.value_or(catalogue::RegionCode::unknown()), importer, end);
  };
  return list;
}

void read_rows(const ListFile& list, ListSheets& sheets) {
  plugin::ImportOptions options;
  options.language = list.language == catalogue::Language::kEnglish ? "en" : "id";
  const auto end =
      plugin::run_importer(*list.plugins, *list.importer, {}, list.file, sheets, options);
  sheets.rethrow();
  if (!end.done()) {
    const bool the_file =
        end.outcome == plugin::Outcome::kBadFile || end.outcome == plugin::Outcome::kReportedError;
    if (!the_file && list.failed) list.failed(end);
    Message message{std::string(end.kind()), end.arguments(), ""};
    throw Refusal(the_file ? RefusalKind::kInvalid : RefusalKind::kConflict, std::move(message));
  }
  sheets.finish();
}

void read_list(const ListFile& list, ListSheets& sheets, ImportReport& report) {
  read_rows(list, sheets);
  tell_columns(sheets, report);
}

}  // namespace pilah::registry
