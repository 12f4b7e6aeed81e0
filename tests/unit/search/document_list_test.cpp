#include "pilah/search/segment/document_list.hpp"

#include <random>

#include "support/catch.hpp"

using namespace pilah::search;

namespace {

std::vector<Document> read(const std::vector<std::uint8_t>& bytes, std::size_t size) {
  std::vector<Document> documents;
  DocumentList(bytes.data(), size).each([&](Document each) { documents.push_back(each); });
  return documents;
}

/// Writes, reads and counts; a second list behind it tells where the first one ends.
void check_list(const std::vector<Document>& documents, std::size_t size, ListUse use) {
  CAPTURE(documents.size(), size, use == ListUse::kRead);
  std::vector<std::uint8_t> bytes;
  write_list(documents, size, use, bytes);
  const std::size_t end = bytes.size();
  bytes.insert(bytes.end(), kListPadding, 0);
  const DocumentList list(bytes.data(), size);
  REQUIRE(list.length() == documents.size());
  REQUIRE(read(bytes, size) == documents);
  REQUIRE(list.end() == bytes.data() + end);

  DocumentSet set(size);
  list.add_to(set);
  REQUIRE(set.count() == documents.size());
  DocumentSet odd(size);
  std::size_t expected = 0;
  for (std::size_t i = 1; i < size; i += 2) odd.add(i);
  for (const Document each : documents) expected += each % 2;
  REQUIRE(list.count_in(odd) == expected);
  REQUIRE(set.count_common(odd) == expected);
}

void check_both(const std::vector<Document>& documents, std::size_t size) {
  check_list(documents, size, ListUse::kRead);
  check_list(documents, size, ListUse::kCounted);
}

}  // namespace

TEST_CASE("A list is read as it was written: every list of up to ten documents") {
  for (std::size_t size = 1; size <= 10; ++size) {
    for (unsigned bits = 1; bits < 1U << size; ++bits) {
      std::vector<Document> documents;
      for (unsigned i = 0; i < size; ++i) {
        if ((bits >> i & 1U) != 0) documents.push_back(static_cast<Document>(i));
      }
      check_both(documents, size);
    }
  }
}

TEST_CASE("A list is read as it was written: drawn lists of all lengths and sizes") {
  constexpr std::uint32_t kSeed = 20'261'129;
  INFO("seed " << kSeed);
  std::mt19937 random(kSeed);
  for (const std::size_t size : {63U, 64U, 65U, 1'000U, 4'096U, 40'000U, 65'535U}) {
    for (std::size_t length = 1; length <= size; length = length * 3 / 2 + 1) {
      DocumentSet set(size);
      for (std::size_t i = 0; i < length; ++i) set.add(random() % size);
      std::vector<Document> documents;
      set.each([&](Document each) { documents.push_back(each); });
      check_both(documents, size);
    }
    std::vector<Document> all;
    for (std::size_t i = 0; i < size; ++i) all.push_back(static_cast<Document>(i));
    check_both(all, size);
    check_both({static_cast<Document>(size - 1)}, size);
  }
}

TEST_CASE("A list for reading takes at most half a bit a document more than it must") {
  // 1,000 of 65,535: log2(65,535 / 1,000) + log2(e) = 7.5 bits each is the least on average.
  std::mt19937 random(3);
  DocumentSet set(65'535);
  while (set.count() < 1'000) set.add(random() % 65'535);
  std::vector<Document> documents;
  set.each([&](Document each) { documents.push_back(each); });
  std::vector<std::uint8_t> bytes;
  write_list(documents, 65'535, ListUse::kRead, bytes);
  CHECK(bytes.size() <= 1'000 * 8 / 8 + 8);
}

TEST_CASE("Sets are united, intersected and subtracted, and count what they have") {
  DocumentSet some(130);
  DocumentSet others(130);
  for (const std::size_t each : {0U, 63U, 64U, 129U}) some.add(each);
  for (const std::size_t each : {63U, 100U}) others.add(each);
  CHECK(some.count_common(others) == 1);
  DocumentSet all = some;
  all.unite(others);
  CHECK(all.count() == 5);
  all.subtract(some);
  CHECK(all.count() == 1);
  CHECK(all.has(100));
  all.intersect(some);
  CHECK(all.empty());
  CHECK(DocumentSet::all(130).count() == 130);
  CHECK(DocumentSet::all(128).count() == 128);
  some.remove(64);
  CHECK_FALSE(some.has(64));
}
