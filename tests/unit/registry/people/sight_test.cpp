#include "pilah/registry/people/sight.hpp"

#include <set>
#include <tuple>

#include "pilah/catalogue/json.hpp"
#include "pilah/registry/intake/innovation_text.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/people/document_members.hpp"
#include "pilah/registry/search/innovation_list.hpp"
#include "pilah/store/store.hpp"
#include "support/callers.hpp"
#include "support/catch.hpp"
#include "unit/registry/search/sample_catalogue.hpp"
#include "unit/search/drawn_innovations.hpp"
#include "unit/search/small_index.hpp"

using namespace pilah::tests;
namespace catalogue = pilah::catalogue;
namespace registry = pilah::registry;
using catalogue::Innovation;
using registry::Sight;

namespace {

std::string text_of(const Innovation& innovation) {
  return boost::json::serialize(catalogue::to_json(innovation));
}

Innovation with_everything(std::uint32_t number) {
  auto innovation = named(number, R"(Jum'at "Bersih, Sehat" \ {é}, [a\\)");
  innovation.status = catalogue::Status::kVerified;
  innovation.owner = organisation_id(1);
  innovation.budgets = {{2026, catalogue::FundingSource::kApbd, catalogue::Rupiah{5'000'000}}};
  innovation.proposer = catalogue::Proposer{{}, {}, "Pak Budi, \"0812-3456-7890\""};
  innovation.staff = 3;
  innovation.form = catalogue::Form::kOther;
  innovation.attributes = {{"luas", 1.5}, {"daftar", {1, "}", nullptr}}};
  innovation.risks = "ada, \"banyak\"}";
  return innovation;
}

}  // namespace

TEST_CASE("Every field of an innovation is decided on: always public, open, closed") {
  std::multiset<std::string_view> decided;
  decided.insert(catalogue::kAlwaysPublic.begin(), catalogue::kAlwaysPublic.end());
  decided.insert(catalogue::kUsuallyPublic.begin(), catalogue::kUsuallyPublic.end());
  decided.insert(catalogue::kUsuallyClosed.begin(), catalogue::kUsuallyClosed.end());
  std::size_t fields = 0;
  Innovation innovation;
  Innovation::fields(innovation, [&](const char* key, auto&) {
    CAPTURE(key);
    CHECK(decided.count(key) == 1);
    ++fields;
  });
  CHECK(fields == decided.size());
}

TEST_CASE("The members of a document are found whatever its texts hold") {
  const std::string document = text_of(with_everything(7));
  boost::json::object found;
  registry::each_member(document, [&](const registry::DocumentMember& member) {
    found[member.key] = boost::json::parse(member.value);
    CHECK(member.text == '"' + std::string(member.key) + "\":" + std::string(member.value));
  });
  CHECK(found == boost::json::parse(document));
  registry::each_member("{}", [](const registry::DocumentMember&) { FAIL("there is none"); });
}

TEST_CASE("A document is cut as the innovation itself is") {
  const Sight anybody;
  const Sight owner{false, {organisation_id(1)}};
  const Sight other{false, {organisation_id(2)}};
  const Sight everything{true, {}, {}};
  Sight open = anybody;
  open.published.open_fields = {"budgets", "attributes"};
  std::vector<Innovation> innovations{with_everything(1)};
  Draw draw(17);
  for (std::uint32_t i = 2; i < 200; ++i) innovations.push_back(draw.innovation(i));
  for (const auto& innovation : innovations) {
    for (const auto& sight : {anybody, owner, other, everything, open}) {
      CAPTURE(innovation.name, mark_of(sight));
      CHECK(shown(sight, text_of(innovation)) == text_of(shown(sight, innovation)));
    }
  }
  const auto cut = shown(anybody, innovations[0]);
  CHECK(cut.budgets.empty());
  CHECK_FALSE(cut.proposer);
  CHECK(cut.form == catalogue::Form::kOther);
  CHECK(cut.name == innovations[0].name);
  CHECK(shown(owner, innovations[0]) == innovations[0]);
  CHECK(shown(open, innovations[0]).budgets.size() == 1);
  CHECK_FALSE(shown(open, innovations[0]).form);
}

TEST_CASE("Equal marks mean equal views") {
  const auto mark = [](Sight sight) { return mark_of(sight); };
  CHECK(mark({true, {}, {}}).empty());
  CHECK(mark({}) == mark({}));
  CHECK(mark({}) != mark({false, {organisation_id(1)}}));
  CHECK(mark({false, {organisation_id(2)}}) != mark({false, {organisation_id(1)}}));
  CHECK(mark({}) != mark({false, {}, {{catalogue::Status::kVerified}, {"form"}, {}}}));
  CHECK(mark({}) != mark({false, {}, {{}, catalogue::Publication::usual().open_fields, {}}}));
}

TEST_CASE("Somebody without a right to it does not find an entry, whoever has one does") {
  SampleCatalogue host;
  auto draft = named(1, "Draf");
  draft.status = catalogue::Status::kDraft;
  draft.owner = organisation_id(1);
  host.put(draft);
  host.put(with_everything(2));
  const auto read = [&](const registry::Caller& caller, std::uint32_t number) {
    return registry::innovation(host.environment, caller, innovation_id(number));
  };
  CHECK_THROWS_AS(read(registry::Caller::anonymous(), 1), catalogue::Refusal);
  CHECK_THROWS_AS(read(account(catalogue::Role::kContributor, "13.11", organisation_id(2)), 1),
                  catalogue::Refusal);
  CHECK(read(account(catalogue::Role::kContributor, "13.11", organisation_id(1)), 1).view.empty());
  const auto whole = read(account(catalogue::Role::kMentor, "13.11"), 2);
  CHECK(whole.innovation.budgets.size() == 1);
  CHECK(whole.view.empty());
  const auto cut = read(registry::Caller::anonymous(), 2);
  CHECK(cut.innovation.budgets.empty());
  CHECK_FALSE(cut.view.empty());
}

TEST_CASE("An entry that is passed on unread is seen by whom, and as, it is when read") {
  SampleCatalogue host;
  std::uint32_t number = 0;
  for (const auto status :
       {catalogue::Status::kDraft, catalogue::Status::kSubmitted, catalogue::Status::kVerified,
        catalogue::Status::kReturned, catalogue::Status::kArchived}) {
    for (const bool is_owned : {true, false}) {
      auto innovation = with_everything(++number);
      innovation.status = status;
      if (!is_owned) innovation.owner.reset();
      innovation.summary = R"("owner":"tidak","status":"verified",\)";
      host.put(innovation);
    }
  }
  const auto callers = {registry::Caller::anonymous(),
                        registry::Caller::with_data_folder("test"),
                        account(catalogue::Role::kContributor, "13.11", organisation_id(1)),
                        account(catalogue::Role::kContributor, "13.11", organisation_id(2)),
                        account(catalogue::Role::kContributor, "62.02", organisation_id(1)),
                        account(catalogue::Role::kVerifier, "13.11"),
                        account(catalogue::Role::kReader, "13.11")};
  const auto answer = [&](auto ask) -> std::tuple<std::string, std::int64_t, std::string> {
    try {
      return ask();
    } catch (const catalogue::Refusal& refusal) {
      return {refusal.messages().front().kind, 0, ""};
    }
  };
  std::size_t found = 0;
  for (const auto& caller : callers) {
    for (std::uint32_t id = 1; id <= number + 1; ++id) {
      CAPTURE(id, caller.grants.size());
      const auto read = answer([&] {
        const auto entry = registry::innovation(host.environment, caller, innovation_id(id));
        return std::tuple(text_of(entry.innovation), entry.revision, entry.view);
      });
      CHECK(answer([&] {
              const auto entry =
                  registry::innovation_text(host.environment, caller, innovation_id(id));
              return std::tuple(entry.document, entry.revision, entry.view);
            }) == read);
      found += std::get<1>(read) > 0 ? 1U : 0U;
    }
  }
  CHECK(found > 3 * number);
  CHECK(found < callers.size() * number);
}

TEST_CASE("What a region publishes is its own decision") {
  SampleCatalogue host;
  host.put(with_everything(1));
  auto submitted = named(2, "Diajukan");
  submitted.status = catalogue::Status::kSubmitted;
  host.put(submitted);
  const auto publish = [&](catalogue::Publication publication) {
    host.store.write({"test"}, [&](pilah::store::Writer& writer) {
      auto record = *writer.region(region());
      record.publication = publication;
      writer.put_region(record);
    });
  };
  const auto seen = [&] {
    const auto list =
        registry::innovations(host.environment, registry::Caller::anonymous(), region(), {});
    std::string documents;
    for (const auto& entry : list.innovations) documents += entry.document;
    return std::pair(list.total.value(), documents);
  };
  CHECK(seen().first == 1);
  CHECK(seen().second.find("budgets") == std::string::npos);
  publish({{catalogue::Status::kVerified, catalogue::Status::kSubmitted}, {"budgets"}, {}});
  CHECK(seen().first == 2);
  CHECK(seen().second.find("budgets") != std::string::npos);
  publish({{}, {}, {}});
  CHECK(seen().first == 0);
}

TEST_CASE("A filter, a facet or an order by a closed field would tell of it, and is refused") {
  SampleCatalogue host;
  host.put(with_everything(1));
  const auto kind_of_refusal = [&](const registry::Caller& caller,
                                   const registry::InnovationFilter& filter) -> std::string {
    try {
      registry::innovations(host.environment, caller, region(), filter);
    } catch (const catalogue::Refusal& refusal) {
      return refusal.messages().front().kind;
    }
    return "";
  };
  registry::InnovationFilter by_funding, counting, sorted, unknown, open;
  by_funding.funding = {catalogue::FundingSource::kApbd};
  counting.facets = {"funding"};
  sorted.sort = "budget";
  unknown.unknown = {"funding"};
  open.facets = {"form", "year", "status", "owner"};
  open.sort = "applied";
  for (const auto& filter : {by_funding, counting, sorted, unknown}) {
    CHECK(kind_of_refusal(registry::Caller::anonymous(), filter) == "rights.read_internal");
    CHECK(kind_of_refusal(account(catalogue::Role::kPlanner, "13.11"), filter).empty());
  }
  CHECK(kind_of_refusal(registry::Caller::anonymous(), open).empty());
}
