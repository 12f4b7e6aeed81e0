#include "backend.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

// The SHA-256 of "abc", from FIPS 180-2.
const std::string kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

void name_abc(store::Store& store, catalogue::Innovation& entry) {
  entry.evidence.push_back({kAbc, "bukti.txt", "text/plain", "/benefit", 3});
  put(store, entry);
}

std::string findings(store::Store& store) {
  std::string all;
  for (const auto& finding : store.verify().findings) all += finding.message.kind + "; ";
  return all;
}

/// "-" when it is not there.
std::string bytes_of(store::Store& store, const std::string& sha256) {
  const auto file = store.evidence().open(sha256);
  if (!file) return "-";
  std::string bytes;
  while (file->next(bytes)) {
  }
  return bytes;
}

bool is_named(store::Store& store, const std::string& file) {
  bool named = false;
  store.read([&](store::Reader& reader) { named = reader.names_evidence(file); });
  return named;
}

TEST_CASE("A file lies under the digest of its bytes, once, and is read back") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto entry = innovation(3, "a");
  for (int round = 0; round < 2; ++round) {
    const auto incoming = store->evidence().receive();
    incoming->append("a");
    incoming->append("bc");
    CHECK(incoming->size() == 3);
    CHECK(incoming->keep() == kAbc);
    if (round == 0) name_abc(*store, entry);
  }
  CHECK(bytes_of(*store, kAbc) == "abc");
  CHECK(bytes_of(*store, "../../catalogue.sqlite") == "-");
  CHECK(bytes_of(*store, std::string(64, '0')) == "-");
  CHECK(is_named(*store, kAbc));
  CHECK(store->verify().evidence_files == 1);
  CHECK(findings(*store).empty());
}

TEST_CASE("What a crash left between the file and the change is swept at the next start") {
  const auto backend = make_backend();
  {
    const auto store = backend->open();
    put_regions(*store);
    auto entry = innovation(3, "a");
    {
      const auto incoming = store->evidence().receive();
      incoming->append("abc");
      incoming->keep();
      name_abc(*store, entry);
    }
    entry.evidence.clear();
    store->evidence().expect_unnamed(kAbc);
    put(*store, entry);
    CHECK_FALSE(is_named(*store, kAbc));
    // Here the host ends.
  }
  const auto store = backend->open();
  CHECK_FALSE(store->evidence().holds(kAbc));
  CHECK(findings(*store).empty());
}

TEST_CASE("A file that is expected to go stays when somebody names it again") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto entry = innovation(3, "a");
  {
    const auto incoming = store->evidence().receive();
    incoming->append("abc");
    incoming->keep();
    name_abc(*store, entry);
  }
  store->evidence().expect_unnamed(kAbc);
  const auto named = [&](const std::string& file) { return is_named(*store, file); };
  store->evidence().remove_unnamed(kAbc, named);
  CHECK(store->evidence().holds(kAbc));
  entry.evidence.clear();
  put(*store, entry);
  store->evidence().remove_unnamed(kAbc, named);
  CHECK_FALSE(store->evidence().holds(kAbc));
}

TEST_CASE("Verification finds a file that is gone or that nobody names") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto entry = innovation(3, "a");
  name_abc(*store, entry);
  CHECK(findings(*store) == "verify.evidence_missing; ");
  {
    const auto incoming = store->evidence().receive();
    incoming->append("abd");
    incoming->keep();
  }
  CHECK(findings(*store) == "verify.evidence_missing; verify.evidence_unnamed; ");
}

}  // namespace
}  // namespace pilah::tests
