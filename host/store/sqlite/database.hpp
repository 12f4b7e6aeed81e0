// One connection to a SQLite database, and statements on it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace pilah::store::sqlite {

enum class Access { kReadWrite, kReadOnly };

/// A prepared statement, run by stepping. Values are bound from 1, columns read
/// from 0; texts and blobs that are bound must outlive the stepping, those that
/// are read die with the next step. Goes back to its Database at its end.
class Statement {
 public:
  /// `in_use` is the Database's mark for a statement that it keeps; null: the
  /// statement is this object's own.
  Statement(sqlite3* connection, sqlite3_stmt* statement, bool* in_use)
      : connection_(connection), statement_(statement), in_use_(in_use) {}
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(int at, std::int64_t value);
  Statement& bind(int at, std::string_view text);
  Statement& bind(int at, std::span<const std::uint8_t> blob);
  Statement& bind_null(int at);

  /// True while there is a row. Throws Refusal when the database refuses.
  bool step();
  /// For a statement without rows.
  void run();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;
  std::span<const std::uint8_t> blob(int column) const;

 private:
  sqlite3* connection_;
  sqlite3_stmt* statement_;
  bool* in_use_;
};

/// For one thread at a time. Every statement must have ended before it does.
class Database {
 public:
  /// Opens it, making it (for its owner alone) when it is not there and `access`
  /// allows. `vfs` names the SQLite VFS to go through; empty: the system's.
  /// Throws Refusal(kUnavailable).
  Database(const std::filesystem::path& path, Access access, int cache_kibibytes,
           const std::string& vfs);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Prepared once for each text, then kept; a second one of the same text
  /// while the first is in use is made for the occasion. `sql` is always a
  /// text of this program.
  Statement prepare(std::string_view sql);
  /// Statements without values or rows.
  void execute(const char* sql);
  /// One that is run again and again: prepared once, as by prepare().
  void run(std::string_view sql) { prepare(sql).run(); }
  std::int64_t integer(const char* sql);
  /// Whether a transaction is open: a failure may have ended it.
  bool in_transaction() const;

  /// Whether a commit from now on waits until it is on the disk (at first it
  /// does). Not while a transaction is open.
  void sync_commits(bool wanted);
  /// Frees the pages that are cached. Not while a transaction is open.
  void give_back_cache();
  /// Pages in the write-ahead log after the last commit of this connection.
  int log_pages() const { return log_pages_; }
  /// Moves what it can from the log into the database without waiting for
  /// anybody, and waits until they are on the disk. Answers how many pages of
  /// the log are left to be moved.
  int checkpoint();
  /// Moves all of the log into the database and leaves it empty. Waits for readers,
  /// ten seconds at most: Refusal(kUnavailable).
  void empty_log();
  /// Writes all that the present transaction sees into a new database `file`
  /// (for its owner alone), through the same VFS, and waits until it is on the
  /// disk. Others may write meanwhile. Requires: a transaction is open.
  void copy_to(const std::filesystem::path& file);

 private:
  struct Kept {
    sqlite3_stmt* statement = nullptr;
    bool in_use = false;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };

  void close() noexcept;
  sqlite3_stmt* prepared(std::string_view sql, unsigned flags);

  sqlite3* connection_ = nullptr;
  std::string vfs_;
  int log_pages_ = 0;
  bool syncs_commits_ = true;
  std::unordered_map<std::string, Kept, Hash, std::equal_to<>> statements_;
};

}  // namespace pilah::store::sqlite
