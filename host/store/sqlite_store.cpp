#include "pilah/store/sqlite_store.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/store/folder.hpp"
#include "pilah/store/sqlite/database.hpp"
#include "pilah/store/sqlite/schema.hpp"
#include "pilah/store/sqlite/verify.hpp"
#include "pilah/store/sqlite/verify_evidence.hpp"
#include "pilah/store/sqlite/writer.hpp"
#include "pilah/store/staging_file.hpp"
#include "pilah/store/write_queue.hpp"

namespace pilah::store {
namespace {

using catalogue::Refusal;
using sqlite::Access;
using sqlite::Database;
using sqlite::SqliteReader;

/// KiB. What is not cached here is read from the system's own cache: with 48 MiB an
/// import of 300,000 innovations takes no less time. For readers that costs: with 256 KiB
/// each a list of 50 took half as long again.
constexpr int kWriterCache = 4 * 1024;
constexpr int kReaderCache = 1024;
constexpr std::size_t kIdleReaders = 8;
/// So many of them keep what they have cached: enough for the threads that answer quick
/// requests and for the index. The others are there for moments in which many read at once,
/// and keep nothing from one to the next. With three, lists were a quarter slower.
constexpr std::size_t kWarmReaders = 5;
/// A group that has taken so long is committed: those behind it have waited enough.
constexpr std::int64_t kGroupMilliseconds = 10;
/// Pages in the log (4 KiB each) from which on they are moved beside the writing, ...
constexpr int kLongLog = 8 * 1024;
/// ... and from which on a long change, which is one of many, waits for that.
constexpr int kVeryLongLog = 8 * kLongLog;
constexpr std::int64_t kLongChangeMilliseconds = 5;
/// Of pages that may wait for the disk; more would keep the next writer waiting.
constexpr int kMostNotSynced = 1024;
/// So few pages are moved in the time of one commit.
constexpr int kFewPages = 512;

class SqliteStore : public Store {
 public:
  SqliteStore(const std::filesystem::path& folder, SqliteOptions options)
      : folder_(folder),
        options_(std::move(options)),
        writer_(database_path(), Access::kReadWrite, kWriterCache, options_.vfs),
        evidence_(folder / "evidence"),
        queue_([this](const std::vector<WriteQueue::Change*>& group) { return commit(group); }) {
    sqlite::migrate(writer_);
    checkpointer_ =
        std::make_unique<Database>(database_path(), Access::kReadWrite, kReaderCache, options_.vfs);
    drop_forgotten_staging();
    evidence_.sweep([this](const std::string& sha256) {
      return SqliteReader(writer_, 0).names_evidence(sha256);
    });
    mover_ = std::thread([this] { move_long_logs(); });
  }

  ~SqliteStore() override {
    {
      const std::lock_guard lock(mover_mutex_);
      closing_ = true;
    }
    log_is_long_.notify_one();
    mover_.join();
  }

  void read(const std::function<void(Reader&)>& use) override {
    in_snapshot([&](Database& database) {
      SqliteReader reader(database, options_.clock());
      use(reader);
    });
  }

  void write(const Actor& actor, const std::function<void(Writer&)>& change,
             Durability durability) override {
    std::int64_t took = 0;
    const auto run = [&] {
      const std::int64_t begin = options_.clock();
      sqlite::SqliteWriter writer(writer_, actor, begin, options_.random);
      change(writer);
      writer.finish();
      took = options_.clock() - begin;
    };
    queue_.submit(run, durability == Durability::kSoon);
    const int pages = log_pages_.load(std::memory_order_relaxed);
    if (pages < kLongLog) return;
    log_is_long_.notify_one();
    if (pages >= kVeryLongLog && took >= kLongChangeMilliseconds) {
      const std::lock_guard wait_for_the_mover(checkpoint_mutex_);
    }
  }

  std::unique_ptr<Staging> staging(catalogue::ImportId import) override {
    return std::make_unique<StagingFile>(staging_path(import.text()));
  }

  void drop_staging(catalogue::ImportId import) override {
    std::error_code ignored;  // one that is gone already is as good
    std::filesystem::remove(staging_path(import.text()), ignored);
  }

  VerifyReport verify(const std::vector<ChainHead>& outside) override {
    VerifyReport report;
    std::vector<std::string> unnamed;
    in_snapshot([&](Database& database) {
      report = sqlite::verify_database(database, outside);
      unnamed = sqlite::verify_evidence(database, evidence_, report);
    });
    if (unnamed.empty()) return report;
    evidence_.while_quiet([&] {
      in_snapshot([&](Database& database) { sqlite::verify_unnamed(database, unnamed, report); });
    });
    return report;
  }

  std::vector<ChainHead> copy_to(const std::filesystem::path& folder) override {
    std::vector<ChainHead> heads;
    const auto all_kept = evidence_.keep_all();
    in_snapshot([&](Database& database) {
      heads = sqlite::heads_of(database);  // the first read: from here on it is one moment
      database.copy_to(folder / "catalogue.sqlite");
      evidence_.copy_to(folder / "evidence", [&](const std::string& sha256) {
        return sqlite::is_named_evidence(database, sha256);
      });
    });
    return heads;
  }

  void checkpoint() override {
    const std::lock_guard lock(checkpoint_mutex_);
    move_log();
  }

  void scrub() override {
    const std::lock_guard lock(checkpoint_mutex_);
    queue_.submit_alone([this] { checkpointer_->empty_log(); });
  }

  EvidenceFiles& evidence() override { return evidence_; }

 private:
  std::filesystem::path database_path() const { return folder_ / "catalogue.sqlite"; }
  std::filesystem::path staging_path(const std::string& name) const {
    return folder_ / "staging" / name;
  }

  /// One transaction for the group, a savepoint for each change.
  std::size_t commit(const std::vector<WriteQueue::Change*>& group) {
    std::size_t ran = 0;
    try {
      const bool may_wait = pages_not_synced_ < kMostNotSynced &&
                            std::all_of(group.begin(), group.end(),
                                        [](const auto* change) { return change->may_wait; });
      const int before = writer_.log_pages();
      writer_.sync_commits(!may_wait);
      writer_.run("BEGIN IMMEDIATE");
      const std::int64_t begin = options_.clock();
      do {
        run_change(*group[ran++], group.size() > 1);
      } while (ran < group.size() && options_.clock() - begin < kGroupMilliseconds);
      writer_.run("COMMIT");
      const int pages = writer_.log_pages();
      log_pages_.store(pages, std::memory_order_relaxed);
      // A log that was begun anew is as long as what was written.
      const int written = pages > before ? pages - before : pages;
      pages_not_synced_ = may_wait ? pages_not_synced_ + written : 0;
    } catch (...) {
      // Nothing of the group is stored: each caller hears why.
      ran = std::max<std::size_t>(ran, 1);
      for (std::size_t i = 0; i < ran; ++i) {
        if (!group[i]->failure) group[i]->failure = std::current_exception();
      }
      roll_back();
    }
    return ran;
  }

  void run_change(WriteQueue::Change& change, bool with_others) {
    // Alone it needs no savepoint, for which SQLite would copy every page.
    if (with_others) writer_.run("SAVEPOINT change");
    try {
      change.run();
    } catch (...) {
      // A full disk may have ended the transaction, with what others did in it.
      if (!with_others || !writer_.in_transaction()) throw;
      change.failure = std::current_exception();
      writer_.run("ROLLBACK TO change");
    }
    if (with_others) writer_.run("RELEASE change");
  }

  void roll_back() noexcept {
    if (!writer_.in_transaction()) return;
    try {
      writer_.execute("ROLLBACK");
    } catch (const Refusal&) {
      // The next BEGIN will say so.
    }
  }

  /// What the thread of its own does: a writer does not wait for the disk twice.
  void move_long_logs() {
    std::unique_lock lock(mover_mutex_);
    while (!closing_) {
      log_is_long_.wait(
          lock, [&] { return closing_ || log_pages_.load(std::memory_order_relaxed) >= kLongLog; });
      if (closing_) return;
      lock.unlock();
      try {
        checkpoint();
      } catch (const std::exception&) {
        // The changes themselves are stored; the log is moved after a later one.
        log_pages_.store(0, std::memory_order_relaxed);
      }
      lock.lock();
    }
  }

  /// Moves most of the log while others write, then the little that they have
  /// added meanwhile while nobody does: only a log that is moved as a whole is
  /// begun anew. Requires: checkpoint_mutex_.
  void move_log() {
    checkpointer_->checkpoint();
    int left = checkpointer_->checkpoint();
    for (int again = 0; again < 3 && left > kFewPages; ++again) left = checkpointer_->checkpoint();
    queue_.submit_alone([this, left] {
      if (left <= kFewPages) checkpointer_->checkpoint();
      log_pages_.store(0, std::memory_order_relaxed);
    });
  }

  template <class Use>
  void in_snapshot(Use use) {
    auto database = take_reader();
    database->run("BEGIN");
    try {
      use(*database);
    } catch (...) {
      end_reading(std::move(database));
      throw;
    }
    end_reading(std::move(database));
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
    return std::make_unique<Database>(database_path(), Access::kReadOnly, kReaderCache,
                                      options_.vfs);
  }

  void end_reading(std::unique_ptr<Database> database) {
    try {
      database->run("COMMIT");
    } catch (const Refusal&) {
      return;  // a connection that cannot end its transaction is not used again
    }
    {
      const std::lock_guard lock(readers_mutex_);
      if (readers_.size() < kWarmReaders) return readers_.push_back(std::move(database));
    }
    database->give_back_cache();
    const std::lock_guard lock(readers_mutex_);
    if (readers_.size() < kIdleReaders) readers_.push_front(std::move(database));
  }

  /// A crash leaves rows that were never sealed, or sealed for an import that
  /// was never recorded: nobody will ask for them.
  void drop_forgotten_staging() {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_ / "staging", error)) {
      const auto id = catalogue::ImportId::parse(entry.path().filename().string());
      if (!id) continue;
      try {
        const StagingFile file(entry.path());
        if (file.sealed() && is_recorded(*id)) continue;
        std::filesystem::remove(entry.path(), error);
      } catch (const Refusal&) {
        // Another process is at it.
      }
    }
  }

  bool is_recorded(catalogue::ImportId import) {
    sqlite::Statement statement = writer_.prepare(
        "SELECT 1 FROM region WHERE EXISTS "
        "(SELECT 1 FROM import WHERE import.region = code AND id = ?)");
    return statement.bind(1, import.uuid.bytes).step();
  }

  std::filesystem::path folder_;
  SqliteOptions options_;
  Database writer_;
  EvidenceFiles evidence_;
  WriteQueue queue_;
  int pages_not_synced_ = 0;  // of whoever commits
  std::atomic<int> log_pages_{0};
  std::mutex checkpoint_mutex_;
  std::unique_ptr<Database> checkpointer_;
  std::mutex mover_mutex_;
  std::condition_variable log_is_long_;
  bool closing_ = false;
  std::thread mover_;
  std::mutex readers_mutex_;
  std::deque<std::unique_ptr<Database>> readers_;  // the warm ones last
};

}  // namespace

std::unique_ptr<Store> open_sqlite(const std::filesystem::path& folder, SqliteOptions options) {
  make_folder(folder);
  return std::make_unique<SqliteStore>(folder, std::move(options));
}

}  // namespace pilah::store
