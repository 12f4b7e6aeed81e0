#include "pilah/store/sqlite_store.hpp"

#include <atomic>
#include <cerrno>
#include <mutex>
#include <vector>

#include <sys/stat.h>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/sqlite/database.hpp"
#include "pilah/store/sqlite/schema.hpp"
#include "pilah/store/sqlite/verify.hpp"
#include "pilah/store/sqlite/view.hpp"
#include "pilah/store/staging_file.hpp"
#include "pilah/store/write_queue.hpp"

namespace pilah::store {
namespace {

using catalogue::Message;
using catalogue::Refusal;
using catalogue::RefusalKind;
using sqlite::Access;
using sqlite::Database;

constexpr int kWriterCache = 32 * 1024;  // KiB
constexpr int kReaderCache = 4 * 1024;
constexpr std::size_t kIdleReaders = 8;
/// Pages in the log (4 KiB each) from which on a writer moves them itself.
constexpr int kLongLog = 2048;

std::filesystem::path made_folder(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (!error && ::chmod(folder.c_str(), 0700) != 0) error.assign(errno, std::generic_category());
  if (!error) std::filesystem::create_directories(folder / "staging", error);
  if (error) {
    throw Refusal(
        RefusalKind::kUnavailable,
        Message{"store.cannot_open", {{"file", folder.string()}, {"why", error.message()}}, ""});
  }
  return folder;
}

class SqliteStore : public Store {
 public:
  SqliteStore(const std::filesystem::path& folder, SqliteOptions options)
      : folder_(made_folder(folder)),
        options_(std::move(options)),
        writer_(database_path(), Access::kReadWrite, kWriterCache),
        queue_([this](const std::vector<WriteQueue::Change*>& group) { commit(group); }) {
    sqlite::migrate(writer_);
    ::chmod(database_path().c_str(), 0600);
    checkpointer_ = std::make_unique<Database>(database_path(), Access::kReadWrite, kReaderCache);
    drop_torn_staging();
  }

  void read(const std::function<void(Reader&)>& use) override {
    auto database = take_reader();
    database->execute("BEGIN");
    try {
      sqlite::SqliteReader reader(*database);
      use(reader);
    } catch (...) {
      end_reading(std::move(database));
      throw;
    }
    end_reading(std::move(database));
  }

  void write(const Actor& actor, const std::function<void(Writer&)>& change) override {
    queue_.submit([&] {
      sqlite::SqliteWriter writer(writer_, actor.text, options_.clock());
      change(writer);
    });
    // Whoever comes by when the log is long moves it: nobody waits for that
    // but the one who does it.
    if (log_pages_.load(std::memory_order_relaxed) >= kLongLog) try_checkpoint();
  }

  std::unique_ptr<Staging> staging(catalogue::ImportId import) override {
    return std::make_unique<StagingFile>(staging_path(import.text()));
  }

  void drop_staging(catalogue::ImportId import) override {
    std::error_code ignored;  // one that is gone already is as good
    std::filesystem::remove(staging_path(import.text()), ignored);
  }

  VerifyReport verify() override {
    auto database = take_reader();
    database->execute("BEGIN");
    try {
      auto report = sqlite::verify_database(*database);
      end_reading(std::move(database));
      return report;
    } catch (...) {
      end_reading(std::move(database));
      throw;
    }
  }

  void checkpoint() override {
    const std::lock_guard lock(checkpoint_mutex_);
    log_pages_.store(0, std::memory_order_relaxed);
    checkpointer_->checkpoint();
  }

 private:
  std::filesystem::path database_path() const { return folder_ / "catalogue.sqlite"; }
  std::filesystem::path staging_path(const std::string& name) const {
    return folder_ / "staging" / name;
  }

  /// One transaction for the group, a savepoint for each change.
  void commit(const std::vector<WriteQueue::Change*>& group) {
    try {
      writer_.execute("BEGIN IMMEDIATE");
      for (WriteQueue::Change* change : group) run_in_savepoint(*change);
      writer_.execute("COMMIT");
      log_pages_.store(writer_.log_pages(), std::memory_order_relaxed);
    } catch (...) {
      // Nothing of the group is stored: each caller hears why.
      for (WriteQueue::Change* change : group) change->failure = std::current_exception();
      roll_back("ROLLBACK");
    }
  }

  void run_in_savepoint(WriteQueue::Change& change) {
    writer_.execute("SAVEPOINT change");
    try {
      change.run();
    } catch (...) {
      change.failure = std::current_exception();
      // A full disk may have ended the whole transaction: then this throws too.
      writer_.execute("ROLLBACK TO change");
    }
    writer_.execute("RELEASE change");
  }

  void roll_back(const char* sql) noexcept {
    try {
      writer_.execute(sql);
    } catch (const Refusal&) {
      // The failure that led here has ended the transaction already.
    }
  }

  void try_checkpoint() {
    const std::unique_lock lock(checkpoint_mutex_, std::try_to_lock);
    if (!lock || log_pages_.exchange(0, std::memory_order_relaxed) < kLongLog) return;
    try {
      checkpointer_->checkpoint();
    } catch (const Refusal&) {
      // The change itself is stored; the log is moved another time.
    }
  }

  std::unique_ptr<Database> take_reader() {
    {
      const std::lock_guard lock(readers_mutex_);
      if (!readers_.empty()) {
        auto database = std::move(readers_.back());
        readers_.pop_back();
        return database;
      }
    }
    return std::make_unique<Database>(database_path(), Access::kReadOnly, kReaderCache);
  }

  void end_reading(std::unique_ptr<Database> database) {
    try {
      database->execute("COMMIT");
    } catch (const Refusal&) {
      return;  // a connection that cannot end its transaction is not used again
    }
    const std::lock_guard lock(readers_mutex_);
    if (readers_.size() < kIdleReaders) readers_.push_back(std::move(database));
  }

  void drop_torn_staging() {
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "staging")) {
      try {
        if (StagingFile(entry.path()).sealed()) continue;
        std::error_code ignored;
        std::filesystem::remove(entry.path(), ignored);
      } catch (const Refusal&) {
        // Another process is at it.
      }
    }
  }

  std::filesystem::path folder_;
  SqliteOptions options_;
  Database writer_;
  WriteQueue queue_;
  std::atomic<int> log_pages_{0};
  std::mutex checkpoint_mutex_;
  std::unique_ptr<Database> checkpointer_;
  std::mutex readers_mutex_;
  std::vector<std::unique_ptr<Database>> readers_;
};

}  // namespace

std::unique_ptr<Store> open_sqlite(const std::filesystem::path& folder, SqliteOptions options) {
  return std::make_unique<SqliteStore>(folder, std::move(options));
}

}  // namespace pilah::store
