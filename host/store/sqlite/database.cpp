#include "pilah/store/sqlite/database.hpp"

#include <chrono>
#include <thread>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::store::sqlite {
namespace {

constexpr int kBusyMilliseconds = 10'000;
/// What stays of a log that had grown longer.
constexpr int kLogBytesKept = 32 * 1024 * 1024;

const char* kind_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return "store.disk_full";
    case SQLITE_READONLY:
      return "store.read_only";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "store.busy";
    case SQLITE_CORRUPT:
      return "store.corrupt";
    case SQLITE_NOTADB:
      return "store.not_a_database";
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "store.cannot_open";
    case SQLITE_NOMEM:
      return "store.out_of_memory";
    default:
      return "store.failed";
  }
}

/// Throws the Refusal for the result code of a call on that connection.
[[noreturn]] void refuse(sqlite3* connection, int code) {
  using catalogue::Message;
  using catalogue::Refusal;
  using catalogue::RefusalKind;
  const char* file = connection ? sqlite3_db_filename(connection, "main") : nullptr;
  const std::string why = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  const bool contradicts = (code & 0xFF) == SQLITE_CONSTRAINT;
  throw Refusal(contradicts ? RefusalKind::kConflict : RefusalKind::kUnavailable,
                Message{contradicts ? "store.contradiction" : kind_of(code),
                        {{"file", file ? file : "?"}, {"why", why}, {"code", std::to_string(code)}},
                        ""});
}

/// Another process writes: wait in small steps, so that the turn comes soon.
/// SQLite's own steps grow to 100 ms, in which the other one is back twice.
int wait_a_moment(void*, int waited) {
  if (waited >= kBusyMilliseconds) return 0;
  std::this_thread::sleep_for(std::chrono::milliseconds(1));
  return 1;
}

/// SQLite would make the file with the rights that the umask leaves to others.
/// Only made, never opened: closing it here would drop the locks that other
/// connections of this process hold on it.
void make_file(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor >= 0) ::close(descriptor);
}

/// Waits until what was written to the database's file is on the disk.
void sync_file(sqlite3* connection) {
  sqlite3_file* file = nullptr;
  if (sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
      file == nullptr || file->pMethods == nullptr) {
    return;
  }
  const int synced = file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
  if (synced != SQLITE_OK) refuse(connection, synced);
}

}  // namespace

Statement::~Statement() {
  if (!in_use_) {
    sqlite3_finalize(statement_);
    return;
  }
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  *in_use_ = false;
}

Statement& Statement::bind(int at, std::int64_t value) {
  const int code = sqlite3_bind_int64(statement_, at, value);
  if (code != SQLITE_OK) refuse(connection_, code);
  return *this;
}

Statement& Statement::bind(int at, std::string_view text) {
  // An empty view may point nowhere, which SQLite takes for NULL.
  const int code = sqlite3_bind_text64(statement_, at, text.data() ? text.data() : "", text.size(),
                                       SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) refuse(connection_, code);
  return *this;
}

Statement& Statement::bind(int at, std::span<const std::uint8_t> blob) {
  const int code =
      blob.empty() ? sqlite3_bind_zeroblob(statement_, at, 0)
                   : sqlite3_bind_blob64(statement_, at, blob.data(), blob.size(), SQLITE_STATIC);
  if (code != SQLITE_OK) refuse(connection_, code);
  return *this;
}

Statement& Statement::bind_null(int at) {
  const int code = sqlite3_bind_null(statement_, at);
  if (code != SQLITE_OK) refuse(connection_, code);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) refuse(connection_, code);
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes ? std::string_view(bytes, size) : std::string_view();
}

std::span<const std::uint8_t> Statement::blob(int column) const {
  const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  return bytes ? std::span(bytes, size) : std::span<const std::uint8_t>();
}

Database::Database(const std::filesystem::path& path, Access access, int cache_kibibytes,
                   const std::string& vfs)
    : vfs_(vfs) {
  if (access == Access::kReadWrite) make_file(path);
  const int flags = access == Access::kReadWrite ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  const int code = sqlite3_open_v2(path.c_str(), &connection_,
                                   flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                   vfs.empty() ? nullptr : vfs.c_str());
  try {
    if (code != SQLITE_OK) refuse(connection_, code);
    sqlite3_busy_handler(connection_, wait_a_moment, nullptr);
    int* const unasked = nullptr;
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, unasked);
    sqlite3_db_config(connection_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, unasked);
    sqlite3_wal_hook(
        connection_,
        [](void* self, sqlite3*, const char*, int pages) {
          static_cast<Database*>(self)->log_pages_ = pages;
          return SQLITE_OK;
        },
        this);
    execute(("PRAGMA cache_size = -" + std::to_string(cache_kibibytes)).c_str());
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA temp_store = MEMORY");
    if (access == Access::kReadWrite) {
      // A file system that cannot share memory keeps the old journal, silently.
      if (Statement mode = prepare("PRAGMA journal_mode = WAL");
          !mode.step() || mode.text(0) != "wal") {
        refuse(connection_, SQLITE_CANTOPEN);
      }
      execute("PRAGMA synchronous = FULL");
      // What is erased must not go on lying in freed pages.
      execute("PRAGMA secure_delete = ON");
      execute(("PRAGMA journal_size_limit = " + std::to_string(kLogBytesKept)).c_str());
    }
  } catch (...) {
    close();
    throw;
  }
}

Database::~Database() { close(); }

void Database::close() noexcept {
  for (const auto& [sql, kept] : statements_) sqlite3_finalize(kept.statement);
  statements_.clear();
  sqlite3_close_v2(connection_);
}

sqlite3_stmt* Database::prepared(std::string_view sql, unsigned flags) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()), flags,
                                      &statement, nullptr);
  if (code != SQLITE_OK) refuse(connection_, code);
  return statement;
}

Statement Database::prepare(std::string_view sql) {
  auto entry = statements_.find(sql);
  if (entry == statements_.end()) {
    sqlite3_stmt* statement = prepared(sql, SQLITE_PREPARE_PERSISTENT);
    entry = statements_.emplace(std::string(sql), Kept{statement, false}).first;
  }
  if (entry->second.in_use) return Statement(connection_, prepared(sql, 0), nullptr);
  entry->second.in_use = true;
  return Statement(connection_, entry->second.statement, &entry->second.in_use);
}

void Database::execute(const char* sql) {
  const int code = sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) refuse(connection_, code);
}

std::int64_t Database::integer(const char* sql) {
  Statement statement = prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(connection_) == 0; }

void Database::empty_log() {
  const int code =
      sqlite3_wal_checkpoint_v2(connection_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  if (code != SQLITE_OK) refuse(connection_, code);
}

void Database::copy_to(const std::filesystem::path& file) {
  make_file(file);
  sqlite3* copy = nullptr;
  int code = sqlite3_open_v2(file.c_str(), &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                             vfs_.empty() ? nullptr : vfs_.c_str());
  try {
    if (code != SQLITE_OK) refuse(copy, code);
    // Nobody reads a copy that was cut off: no journal, and one sync at the end.
    sqlite3_exec(copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", nullptr, nullptr,
                 nullptr);
    sqlite3_backup* backup = sqlite3_backup_init(copy, "main", connection_, "main");
    if (!backup) refuse(copy, sqlite3_errcode(copy));
    constexpr int kAllPages = -1;
    sqlite3_backup_step(backup, kAllPages);
    code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK) refuse(copy, code);
    sync_file(copy);
  } catch (...) {
    sqlite3_close_v2(copy);
    throw;
  }
  sqlite3_close_v2(copy);
}

void Database::sync_commits(bool wanted) {
  if (wanted == syncs_commits_) return;
  execute(wanted ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  syncs_commits_ = wanted;
}

void Database::give_back_cache() { sqlite3_db_release_memory(connection_); }

int Database::checkpoint() {
  int log = 0;
  int moved = 0;
  const int code =
      sqlite3_wal_checkpoint_v2(connection_, nullptr, SQLITE_CHECKPOINT_PASSIVE, &log, &moved);
  if ((code & 0xFF) == SQLITE_BUSY) return log - moved;
  if (code != SQLITE_OK) refuse(connection_, code);
  // SQLite syncs the database only with the last page of the log, which seldom
  // comes while others write; the last checkpoint would then do all of it.
  sync_file(connection_);
  return log - moved;
}

}  // namespace pilah::store::sqlite
