#include <atomic>
#include <random>

#include "backend.hpp"
#include "pilah/store/sqlite_store.hpp"
#include "support/temporary_folder.hpp"

namespace pilah::tests {
namespace {

class SqliteBackend : public Backend {
 public:
  std::unique_ptr<store::Store> open() override {
    store::SqliteOptions options;
    options.clock = [this] { return clock_.load(); };
    options.random = [this](std::span<std::uint8_t> bytes) {
      for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_());
    };
    return store::open_sqlite(folder_.path() / "data", std::move(options));
  }
  void set_clock(std::int64_t milliseconds) override { clock_ = milliseconds; }

 private:
  TemporaryFolder folder_;
  std::atomic<std::int64_t> clock_{1'700'000'000'000};
  std::minstd_rand random_{1};
};

}  // namespace

std::unique_ptr<Backend> make_backend() { return std::make_unique<SqliteBackend>(); }

}  // namespace pilah::tests
