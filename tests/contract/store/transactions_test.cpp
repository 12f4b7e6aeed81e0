#include <atomic>
#include <future>
#include <set>
#include <stdexcept>
#include <thread>

#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

TEST_CASE("A write that throws stores nothing and its exception comes out as it was") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  struct Whim {
    int number;
  };
  try {
    store->write(kActor, [](store::Writer& writer) {
      auto renamed = solok_selatan();
      renamed.name = "lain";
      writer.put_region(renamed);
      writer.put(organisation(1), "added");
      writer.put(innovation(3, "SI PEDAS"), "added");
      writer.put_origin({code("13.11"), "a.csv", "7", innovation(3, "").id, "{}"});
      throw Whim{42};
    });
    FAIL("the exception is gone");
  } catch (const Whim& whim) {
    CHECK(whim.number == 42);
  }
  CHECK(!find(*store, organisation(1)));
  CHECK(!find(*store, innovation(3, "")));
  store->read([](store::Reader& reader) {
    CHECK(reader.revision(code("13.11")) == 0);
    CHECK(reader.region(code("13.11")) == solok_selatan());
    CHECK(!reader.origin(code("13.11"), "a.csv", "7"));
  });
  CHECK(put(*store, organisation(2)) == 1);
  CHECK(store->verify().findings.empty());
}

TEST_CASE("A writer sees its own changes") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  store->write(kActor, [](store::Writer& writer) {
    CHECK(writer.put(innovation(3, "SI PEDAS"), "added") == 1);
    CHECK(writer.find<catalogue::Innovation>(code("13.11"), innovation(3, "").id));
    CHECK(writer.revision(code("13.11")) == 1);
    CHECK(writer.innovations(code("13.11"), {}).innovations.size() == 1);
    CHECK(writer.innovations_named(code("13.11"), {}, "si pedas").size() == 1);
    CHECK(writer.region_of(innovation(3, "").id) == code("13.11"));
    CHECK(writer.history(code("13.11"), store::RecordKind::kInnovation, uuid(3)).size() == 1);
  });
}

TEST_CASE("A reader sees one state from its begin to its end, and waits for no writer") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  put(*store, organisation(1));
  store->read([&](store::Reader& reader) {
    CHECK(reader.revision(code("13.11")) == 1);
    std::async(std::launch::async, [&] { put(*store, organisation(2)); }).get();
    CHECK(reader.revision(code("13.11")) == 1);
    CHECK(!reader.find<catalogue::Organisation>(code("13.11"), organisation(2).id));
  });
  store->write(kActor, [&](store::Writer& writer) {
    writer.put(organisation(3), "added");
    std::async(std::launch::async, [&] {
      store->read([](store::Reader& reader) { CHECK(reader.revision(code("13.11")) == 2); });
    }).get();
  });
  store->read([](store::Reader& reader) { CHECK(reader.revision(code("13.11")) == 3); });
}

TEST_CASE("An exception out of a read comes to its caller and harms no later read") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  for (int i = 0; i < 20; ++i) {
    CHECK_THROWS_AS(store->read([](store::Reader&) { throw std::out_of_range("enough"); }),
                    std::out_of_range);
  }
  put(*store, organisation(1));
  CHECK(find(*store, organisation(1)));
}

TEST_CASE("Writes of many threads are all stored, each wholly or not at all, without a gap") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  constexpr std::uint64_t kThreads = 8;
  constexpr std::uint64_t kEach = 40;
  std::atomic<int> failed{0};
  std::atomic<int> strange{0};
  std::vector<std::thread> threads;
  for (std::uint64_t t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (std::uint64_t i = 0; i < kEach; ++i) {
        const std::uint64_t number = 1'000 * (t + 1) + i;
        const bool fails = i % 5 == 4;
        try {
          store->write({"thread " + std::to_string(t)}, [&](store::Writer& writer) {
            writer.put(organisation(number), "added");
            auto entry = innovation(number, "Inovasi");
            entry.owner = organisation(number).id;
            writer.put(entry, "added");
            if (fails) throw std::runtime_error("not this one");
          });
          if (fails) ++strange;
        } catch (const std::runtime_error&) {
          ++failed;
          if (!fails) ++strange;
        }
        store->read([&](store::Reader& reader) {
          const bool there =
              reader.find<catalogue::Innovation>(code("13.11"), id<catalogue::InnovationId>(number))
                  .has_value();
          if (there == fails) ++strange;
        });
      }
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(strange == 0);
  CHECK(failed == kThreads * kEach / 5);
  const auto report = store->verify();
  CHECK(report.findings.empty());
  CHECK(report.revisions == 2 * kThreads * kEach * 4 / 5);
  std::set<std::int64_t> numbers;
  store->read([&](store::Reader& reader) {
    for (const auto& entry : reader.all<catalogue::Innovation>(code("13.11"))) {
      const auto history =
          reader.history(code("13.11"), store::RecordKind::kInnovation, entry.record.id.uuid);
      REQUIRE(history.size() == 1);
      const auto& bytes = entry.record.id.uuid.bytes;
      const int number = bytes[14] * 256 + bytes[15];
      CHECK(history[0].actor == "thread " + std::to_string(number / 1'000 - 1));
      numbers.insert(history[0].number);
    }
  });
  CHECK(numbers.size() == kThreads * kEach * 4 / 5);
}

TEST_CASE("The log is moved into the database while others write and read") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  std::atomic<bool> done{false};
  std::thread sweeper([&] {
    while (!done) store->checkpoint();
  });
  store->read([&](store::Reader& reader) {
    CHECK(reader.revision(code("13.11")) == 0);
    for (std::uint64_t n = 1; n <= 100; ++n) {
      std::async(std::launch::async, [&] { put(*store, organisation(n)); }).get();
    }
    CHECK(reader.revision(code("13.11")) == 0);
  });
  done = true;
  sweeper.join();
  store->checkpoint();
  CHECK(find(*store, organisation(100)));
  CHECK(store->verify().findings.empty());
}

}  // namespace
}  // namespace pilah::tests
