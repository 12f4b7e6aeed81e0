// One connection to a SQLite database, and statements on it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace pilah::store::sqlite {

enum class Access { kReadWrite, kReadOnly };

/// A prepared statement, run by stepping. Values are bound from 1, columns read
/// from 0; texts and blobs that are read die with the next step. Resets itself
/// at its end, so that its Database can hand it out again.
class Statement {
 public:
  explicit Statement(sqlite3* connection, sqlite3_stmt* statement)
      : connection_(connection), statement_(statement) {}
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
  /// To be bound and run once more.
  void reset();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;
  std::span<const std::uint8_t> blob(int column) const;

 private:
  sqlite3* connection_;
  sqlite3_stmt* statement_;
};

/// For one thread at a time. Every statement must have ended before it does.
class Database {
 public:
  /// Opens it, making it when it is not there and `access` allows. Throws
  /// Refusal(kUnavailable).
  Database(const std::filesystem::path& path, Access access, int cache_kibibytes);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Prepared once for each text, then kept. `sql` is always a text of this program.
  Statement prepare(std::string_view sql);
  /// Statements without values or rows.
  void execute(const char* sql);
  std::int64_t integer(const char* sql);

  /// Pages in the write-ahead log after the last commit of this connection.
  int log_pages() const { return log_pages_; }
  /// Moves what it can from the log into the database without waiting for anybody.
  void checkpoint();

  sqlite3* get() const { return connection_; }

 private:
  sqlite3* connection_ = nullptr;
  int log_pages_ = 0;
  std::unordered_map<std::string, sqlite3_stmt*> statements_;
};

/// Throws the Refusal for the result code of a call on that connection.
[[noreturn]] void refuse(sqlite3* connection, int code);

}  // namespace pilah::store::sqlite
