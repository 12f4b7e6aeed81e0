#include <algorithm>
#include <set>

#include "backend.hpp"
#include "refusal_of.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

using catalogue::EntryKind;
using catalogue::Innovation;
using catalogue::MappedBy;
using catalogue::Status;
using store::InnovationQuery;

using Numbers = std::vector<int>;

/// The last byte of the ids that a query finds, over all pages.
Numbers found(store::Store& store, InnovationQuery query, std::string_view region = "13.11") {
  Numbers numbers;
  store.read([&](store::Reader& reader) {
    do {
      const auto page = reader.innovations(code(region), query);
      CHECK(page.innovations.size() <= query.limit);
      if (!page.next.empty()) CHECK(page.innovations.size() == query.limit);
      for (const auto& stored : page.innovations) {
        numbers.push_back(stored.record.id.uuid.bytes[15]);
      }
      query.after = page.next;
    } while (!query.after.empty());
  });
  return numbers;
}

void put_all(store::Store& store, const std::vector<Innovation>& entries) {
  store.write(kActor, [&](store::Writer& writer) {
    for (const auto& entry : entries) writer.put(entry, "added");
  });
}

TEST_CASE("Innovations come in the order of their folded names, then of their ids") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  put_all(*store, {innovation(5, "zebra"), innovation(4, "Élok"), innovation(3, "ANTRE"),
                   innovation(2, "  antre  "), innovation(1, "antre daring"),
                   innovation(6, "elok 2"), innovation(7, "x", "51.08")});
  CHECK(found(*store, {}) == Numbers{2, 3, 1, 4, 6, 5});
  CHECK(found(*store, {}, "51.08") == Numbers{7});
  CHECK(found(*store, {}, "13").empty());
}

TEST_CASE("Pages of any size hold every innovation once, equal and long names too") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  const std::string long_name(900, 'n');
  std::vector<Innovation> entries;
  for (std::uint64_t n = 1; n <= 60; ++n) {
    const std::string name = n % 3 == 0   ? "sama"
                             : n % 3 == 1 ? long_name + std::to_string(n % 2)
                                          : "n" + std::to_string(n);
    entries.push_back(innovation(n, name));
  }
  put_all(*store, entries);
  InnovationQuery query;
  query.limit = 1'000;
  const auto all = found(*store, query);
  CHECK(std::set<int>(all.begin(), all.end()).size() == 60);
  for (const std::size_t limit : {1U, 2U, 7U, 59U, 60U, 61U}) {
    query.limit = limit;
    CHECK(found(*store, query) == all);
  }
}

TEST_CASE("A page goes on at its place though innovations come and move meanwhile") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  put_all(*store, {innovation(1, "a"), innovation(2, "c"), innovation(3, "e")});
  InnovationQuery query;
  query.limit = 2;
  store->read(
      [&](store::Reader& reader) { query.after = reader.innovations(code("13.11"), query).next; });
  put_all(*store, {innovation(2, "z"), innovation(4, "b"), innovation(5, "d")});
  CHECK(found(*store, query) == Numbers{5, 3, 2});
}

TEST_CASE("A query keeps what fits every one of its conditions") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  std::vector<Innovation> entries;
  for (std::uint64_t n = 1; n <= 6; ++n) entries.push_back(innovation(n, "n" + std::to_string(n)));
  const auto first = organisation(11);
  const auto second = organisation(12);
  entries[0].owner = first.id;
  entries[1].owner = first.id;
  entries[2].owner = second.id;
  entries[0].status = Status::kVerified;
  entries[2].status = Status::kVerified;
  entries[3].status = Status::kSubmitted;
  entries[1].entry_kind = EntryKind::kIdea;
  entries[0].mappings = {{"health", true, MappedBy::kPerson, true, {}, ""},
                         {"learning", false, MappedBy::kPerson, true, {}, ""}};
  entries[2].mappings = {{"health", false, MappedBy::kPerson, true, {}, ""}};
  entries[3].mappings = {{"health", true, MappedBy::kSuggestion, false, {}, ""}};
  store->write(kActor, [&](store::Writer& writer) {
    writer.put(first, "added");
    writer.put(second, "added");
    for (const auto& entry : entries) writer.put(entry, "added");
  });
  const auto with = [](auto set) {
    InnovationQuery query;
    set(query);
    return query;
  };
  const auto check = [&](auto set, const Numbers& expected) {
    CHECK(found(*store, with(set)) == expected);
  };
  check([](auto& q) { q.statuses = {Status::kVerified}; }, {1, 3});
  check([](auto& q) { q.statuses = {Status::kVerified, Status::kSubmitted}; }, {1, 3, 4});
  check([](auto& q) { q.statuses = {Status::kArchived}; }, {});
  check([](auto& q) { q.entry_kinds = {EntryKind::kIdea}; }, {2});
  check(
      [](auto& q) {
        q.entry_kinds = {EntryKind::kIdea, EntryKind::kExisting};
      },
      {1, 2, 3, 4, 5, 6});
  check([&](auto& q) { q.owners = {first.id}; }, {1, 2});
  check([&](auto& q) { q.owners = {second.id, first.id, second.id}; }, {1, 2, 3});
  check([](auto& q) { q.owners = {organisation(99).id}; }, {});
  check([](auto& q) { q.has_owner = true; }, {1, 2, 3});
  check([](auto& q) { q.has_owner = false; }, {4, 5, 6});
  check([](auto& q) { q.areas = {"health"}; }, {1, 3});
  check([](auto& q) { q.areas = {"learning", "waste"}; }, {1});
  check([](auto& q) { q.areas = {"learning", "health"}; }, {1, 3});
  check([](auto& q) { q.areas = {"'; DROP TABLE innovation; --"}; }, {});
  check([](auto& q) { q.has_primary_area = true; }, {1});
  check([](auto& q) { q.has_primary_area = false; }, {2, 3, 4, 5, 6});
  check(
      [&](auto& q) {
        q.statuses = {Status::kVerified};
        q.owners = {first.id, second.id};
        q.areas = {"health"};
        q.has_primary_area = false;
        q.limit = 1;
      },
      {3});
}

TEST_CASE("What is changed is found under what it is now") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  auto entry = innovation(3, "SI PEDAS");
  entry.mappings = {{"health", true, MappedBy::kPerson, true, {}, ""},
                    {"learning", false, MappedBy::kPerson, true, {}, ""}};
  put(*store, entry);
  entry.name = "SI CEPAT";
  entry.status = Status::kArchived;
  entry.mappings = {{"waste", true, MappedBy::kPerson, true, {}, ""},
                    {"learning", false, MappedBy::kPerson, false, {}, ""}};
  put(*store, entry);
  InnovationQuery query;
  query.areas = {"health", "learning"};
  CHECK(found(*store, query).empty());
  query.areas = {"waste"};
  query.statuses = {Status::kArchived};
  CHECK(found(*store, query) == Numbers{3});
  store->read([&](store::Reader& reader) {
    CHECK(reader.innovations_named(code("13.11"), {}, "si pedas").empty());
    CHECK(reader.innovations_named(code("13.11"), {}, "si cepat").size() == 1);
  });
}

TEST_CASE("Innovations are found by owner and name, however the name is written") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  const auto owner = organisation(11);
  auto owned = innovation(4, "si pedas");
  owned.owner = owner.id;
  const std::string long_name(600, 'n');
  store->write(kActor, [&](store::Writer& writer) {
    writer.put(owner, "added");
    writer.put(owned, "added");
  });
  put_all(*store, {innovation(2, "SI  PEDAS"), innovation(1, "Si Pedas!"), innovation(3, "sipedas"),
                   innovation(5, long_name + "1"), innovation(6, long_name + "2"),
                   innovation(7, "si pedas", "51.08")});
  store->read([&](store::Reader& reader) {
    const auto named = [&](const std::optional<catalogue::OrganisationId>& of,
                           std::string_view name) {
      Numbers numbers;
      for (const auto& found : reader.innovations_named(code("13.11"), of, name)) {
        numbers.push_back(found.uuid.bytes[15]);
      }
      return numbers;
    };
    CHECK(named({}, "SI PEDAS") == Numbers{1, 2});
    CHECK(named(owner.id, "Si-Pedas") == Numbers{4});
    CHECK(named(organisation(12).id, "SI PEDAS").empty());
    CHECK(named({}, long_name + "2") == Numbers{6});
    CHECK(named({}, "si").empty());
    CHECK(named({}, "").empty());
  });
}

TEST_CASE("The region of an innovation is known by its id alone") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  put_all(*store, {innovation(1, "a"), innovation(2, "b", "51.08")});
  store->read([](store::Reader& reader) {
    CHECK(reader.region_of(innovation(1, "").id) == code("13.11"));
    CHECK(reader.region_of(innovation(2, "").id) == code("51.08"));
    CHECK(!reader.region_of(innovation(3, "").id));
  });
}

TEST_CASE("A page of no size or of too great a one is refused, and a place that is none") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  const auto asked = [&](std::size_t limit, const std::string& after) {
    return refused([&] {
      store->read([&](store::Reader& reader) {
        InnovationQuery query;
        query.limit = limit;
        query.after = after;
        reader.innovations(code("13.11"), query);
      });
    });
  };
  CHECK(asked(1, "") == "not refused");
  CHECK(asked(1'000, "") == "not refused");
  CHECK(asked(0, "") == "invalid store.bad_limit /limit");
  CHECK(asked(1'001, "") == "invalid store.bad_limit /limit");
  for (const char* after : {"x", "-", "6e-", "6e", "6E-00", "0-00000000000000000000000000000000",
                            "6e-0000000000000000000000000000000g", "' OR 1 --"}) {
    CHECK(asked(1, after) == "invalid store.bad_cursor /after");
  }
  CHECK(asked(1, std::string(1'000'000, '0') + "-" + std::string(32, '0')) ==
        "invalid store.bad_cursor /after");
}

}  // namespace
}  // namespace pilah::tests
