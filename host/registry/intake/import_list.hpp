// Importing a list that an agency already has. Importing it again changes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "pilah/catalogue/id.hpp"
#include "pilah/catalogue/message.hpp"
#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/environment.hpp"

namespace pilah::registry {

enum class RowFate { kAdded, kUpdated, kUnchanged, kRejected };

/// What became of one row of the list.
struct ImportedRow {
  std::int64_t row = 0;  ///< as a spreadsheet shows it
  std::string sheet;
  RowFate fate = RowFate::kRejected;
  /// None for a rejected row, for what a dry run would add, and for organisations.
  std::optional<catalogue::InnovationId> id;
  std::string column;                        ///< the source column at fault; may be empty
  std::optional<catalogue::Message> reason;  ///< why rejected
  catalogue::Messages warnings;  ///< e.g. no owner, likely duplicate, a date that was not read
};

enum class ListKind { kInnovations, kOrganisations, kAccounts };

struct ImportRequest {
  std::filesystem::path file;
  std::string file_name;  ///< by which it is recognised and named; empty: that of `file`
  ListKind kind = ListKind::kInnovations;
  std::string format;  ///< id of an importer; empty: recognised by suffix and content
  /// A region's code, or "auto": each row tells its region, and a region new to
  /// the host is added on the way; empty: the host's only one.
  std::string region;
  std::string list;           ///< name of the list; empty: the file's name
  std::filesystem::path map;  ///< a mapping file {"column": "field"}; empty: header aliases alone
  std::string map_json;       ///< the same without a file; empty: there is none
  bool dry_run = false;
  /// The language in which an importer tells what is wrong with a file.
  catalogue::Language language = catalogue::Language::kIndonesian;
};

/// The name under which a person knows the file of the list.
std::string file_name_of(const ImportRequest& request);

struct ImportReport {
  catalogue::ImportId import;
  std::string list;
  bool dry_run = false;
  std::int64_t added = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t rejected = 0;
  /// Which source column was read as which field, and those that no field takes.
  std::vector<std::pair<std::string, std::string>> columns;
  std::vector<std::string> unread_columns;
  /// Sheets left out because no header was found in them.
  std::vector<std::string> unread_sheets;
};

/// A row that cannot be taken (no name, no telling region, a text too long, an
/// identity that an earlier row has) is rejected; a cell that cannot be read as
/// its field leaves the field unknown, with a warning, and stays as it is in the
/// source that the row's origin keeps. Where the list contradicts what a person
/// has edited, the edit holds; the source names the field under "pending" and the
/// row warns. An empty cell never empties a field.
///
/// Stages and validates every row, then applies them in slices that keep other
/// writers waiting 20 ms at most; resumes by itself after a crash
/// (resume_imports). `each_row` hears every row's fate in the order of the list
/// (bounded memory: nothing is kept); `progress` the rows done so far.
/// Organisations, and rows that tell their region themselves, are for administrators.
/// Throws Refusal for a list that cannot be read at all; then nothing is changed.
ImportReport import_list(const Environment& environment, const Caller& caller,
                         const ImportRequest& request,
                         const std::function<void(const ImportedRow&)>& each_row,
                         const std::function<void(std::int64_t rows)>& progress = {});

/// Throws Refusal(kForbidden) unless the caller may import that list.
void require_import(const Environment& environment, const Caller& caller,
                    const ImportRequest& request);

/// Finishes imports that a crash cut off after their staging was sealed; called
/// once at the start of the program. Leaves alone what another process is at.
/// Answers what could not be finished, and why: the program can go on without.
catalogue::Messages resume_imports(const Environment& environment);

}  // namespace pilah::registry
