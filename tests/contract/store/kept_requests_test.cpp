#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

constexpr std::int64_t kStart = 1'700'000'000'000;

catalogue::RequestKey request(const std::string& key, const std::string& caller = "siti") {
  return {caller, key, std::string(64, 'a')};
}

std::optional<store::KeptRequest> kept(store::Store& store, const std::string& key,
                                       const std::string& caller = "siti") {
  std::optional<store::KeptRequest> found;
  store.read([&](store::Reader& reader) { found = reader.kept_request(caller, key); });
  return found;
}

/// Adds the organisation with that number, asked for under that key.
void add(store::Store& store, std::uint64_t number, const catalogue::RequestKey& asked) {
  store.write({"siti", asked},
              [&](store::Writer& writer) { writer.put(organisation(number), "added"); });
}

TEST_CASE("A request's key is stored with its change, and makes it once") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  add(*store, 1, request("k"));
  CHECK(refused([&] { add(*store, 2, request("k")); }) == "conflict store.request_done");
  CHECK_FALSE(find(*store, organisation(2)));
  add(*store, 2, request("k", "budi"));  // another's key
  const auto found = kept(*store, "k");
  REQUIRE(found);
  CHECK(found->request == request("k"));
  CHECK(found->region == code("13.11"));
  CHECK(found->revision == 1);
  CHECK_FALSE(found->answer);
  store->write(kActor,
               [](store::Writer& writer) { writer.keep_answer(request("k"), "{\"status\":201}"); });
  CHECK(kept(*store, "k")->answer == "{\"status\":201}");
  CHECK_FALSE(kept(*store, "k", "budi")->answer);
}

TEST_CASE("A request that was refused leaves its key free") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  CHECK_THROWS(store->write({"siti", request("k")}, [](store::Writer& writer) {
    writer.put(organisation(1), "added");
    throw std::runtime_error("refused");
  }));
  CHECK_FALSE(kept(*store, "k"));
  add(*store, 1, request("k"));
}

TEST_CASE("A key is known for a day, and no longer") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  backend->set_clock(kStart);
  add(*store, 1, request("k"));
  backend->set_clock(kStart + store::kRequestsKeptMilliseconds - 1);
  CHECK(kept(*store, "k"));
  backend->set_clock(kStart + store::kRequestsKeptMilliseconds);
  CHECK_FALSE(kept(*store, "k"));
  add(*store, 2, request("k"));
  CHECK(kept(*store, "k")->revision == 2);
}

TEST_CASE("A caller's oldest keys are let go when there are too many, nobody else's") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  backend->set_clock(kStart);
  add(*store, 1, request("other", "budi"));
  for (std::int64_t i = 0; i <= store::kMostRequestsOfCaller; ++i) {
    backend->set_clock(kStart + i);
    add(*store, 2 + static_cast<std::uint64_t>(i), request("k" + std::to_string(i)));
  }
  CHECK_FALSE(kept(*store, "k0"));
  CHECK(kept(*store, "k1"));
  CHECK(kept(*store, "k" + std::to_string(store::kMostRequestsOfCaller)));
  CHECK(kept(*store, "other", "budi"));
}

TEST_CASE("An answer that is too long is not kept") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  add(*store, 1, request("k"));
  store->write(kActor, [](store::Writer& writer) {
    writer.keep_answer(request("k"), std::string(store::kLongestAnswer + 1, 'x'));
  });
  CHECK_FALSE(kept(*store, "k")->answer);
}

}  // namespace
}  // namespace pilah::tests
