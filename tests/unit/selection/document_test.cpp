// The problem document: what it gives, what is refused and where.
#include <random>
#include <string>
#include <variant>

#include <sys/resource.h>

#include "pilah/selection/answer_document.hpp"
#include "pilah/selection/problem_builder.hpp"
#include "pilah/selection/problem_document.hpp"
#include "pilah/selection/solve.hpp"
#include "support/catch.hpp"

namespace pilah::selection::tests {
namespace {

const std::string kExample = R"({"candidates": [
  {"id": "a", "score": 812000, "uses": {"budget": 450000000}, "groups": ["dimension:smart-living", "organisation:dinkes", "area:health"]},
  {"id": "b", "score": 640000, "uses": {"budget": 90000000}, "groups": ["dimension:smart-society", "organisation:disdik", "area:learning"]},
  {"id": "c", "score": 700000, "uses": {"budget": 300000000}, "groups": ["dimension:smart-living", "organisation:dishub", "area:mobility"]},
  {"id": "d", "score": -5000, "groups": []}],
 "count": {"min": 2, "max": 2},
 "limits": [{"resource": "budget", "max": 600000000}],
 "bounds": [{"group": "dimension:smart-living", "min": 1, "max": 3}, {"group": "organisation:*", "max": 2}],
 "coverage": [{"groups": "area:*", "min": 2}],
 "requires": [["a", "b"]], "excludes": [["a", "c"]], "include": ["a"], "exclude": ["d"]})";

Problem accepted(const std::string& document) {
  auto read = read_problem(document);
  if (const Refusal* refusal = std::get_if<Refusal>(&read)) {
    FAIL(refusal->pointer << ": " << refusal->message.text());
  }
  return std::get<Problem>(std::move(read));
}

struct Wrong {
  std::string document;
  std::string pointer;
  std::string kind;
};

// One candidate "a" that uses budget and is in group g, then the rest.
std::string with(const std::string& rest) {
  return R"({"candidates": [{"id": "a", "score": 1, "uses": {"budget": 2}, "groups": ["g"]}], )" +
         rest + "}";
}

std::string candidate(const std::string& members) {
  return R"({"candidates": [{)" + members + "}]}";
}

void check_refused(const Wrong& wrong) {
  INFO(wrong.document);
  const auto read = read_problem(wrong.document);
  REQUIRE(std::holds_alternative<Refusal>(read));
  const Refusal& refusal = std::get<Refusal>(read);
  CHECK(refusal.message.kind == wrong.kind);
  CHECK(refusal.pointer == wrong.pointer);
  CHECK(refusal.message.text().find('{') == std::string::npos);
  CHECK(refusal.message.text() != refusal.message.kind);

  // The same, however the document is cut.
  for (const std::size_t size : {1U, 2U, 3U, 7U}) {
    ProblemReader reader;
    for (std::size_t at = 0; at < wrong.document.size(); at += size) {
      if (!reader.feed(std::string_view(wrong.document).substr(at, size))) break;
    }
    const auto again = std::move(reader).finish();
    REQUIRE(std::holds_alternative<Refusal>(again));
    const Refusal& cut = std::get<Refusal>(again);
    CHECK(cut.pointer == refusal.pointer);
    CHECK(cut.message.kind == refusal.message.kind);
    // The parser's column of a broken word or character may be a few off.
    if (refusal.message.kind != "selection.syntax") CHECK(cut == refusal);
  }
}

}  // namespace

TEST_CASE("the example is read as it stands") {
  const Problem problem = accepted(kExample);
  REQUIRE(problem.size() == 4);
  CHECK(problem.id(1) == "b");
  CHECK(problem.score(3) == -5000);
  CHECK(problem.uses(0).size() == 1);
  CHECK(problem.use(2, *problem.resources().find("budget")) == 300000000);
  CHECK(problem.use(3, 0) == 0);
  CHECK(problem.groups(0).size() == 3);
  CHECK(problem.count_min()->pointer == "/count/min");
  CHECK(problem.limits()[0].max->pointer == "/limits/0/max");
  CHECK(problem.bounds()[0].max->value == 3);
  CHECK(problem.bounds()[1].family);
  CHECK(problem.bounds()[1].members.size() == 3);
  CHECK(problem.bounds()[1].max->pointer == "/bounds/1/max");
  CHECK(problem.coverages()[0].members.size() == 3);
  CHECK(problem.requires_pairs()[0].second == 1);
  CHECK(pointer_of(problem, {Constraint::Kind::kExcludes, 0}) == "/excludes/0");
  CHECK(problem.included()[0] == 0);
  CHECK(pointer_of(problem, {Constraint::Kind::kExclude, 0}) == "/exclude/0");
}

TEST_CASE("the example's answer is a and b, as text of fixed form") {
  const Problem problem = accepted(kExample);
  CHECK(answer_document(problem, solve(problem), {}, 0.0123456) ==
        R"({"status": "optimal", "selected": ["a", "b"], "score": 1452000, "bound": 1452000, )"
        R"("uses": {"budget": 540000000}, "optimal_sets": 1, )"
        R"("best": [{"selected": ["a", "b"], "score": 1452000, "uses": {"budget": 540000000}}], )"
        R"("conflict": [], "solve_seconds": 0.012346})");
}

TEST_CASE("an impossible problem's answer names the constraints as they were written") {
  const Problem problem = accepted(with(R"("count": {"min": 2})"));
  const Answer answer = solve(problem);
  const auto repairs = smallest_repairs(problem, std::vector{answer.conflict.front().constraint});
  CHECK(answer_document(problem, answer, repairs, 1.5) ==
        R"({"status": "infeasible", "selected": null, "score": null, "bound": null, "uses": {}, )"
        R"("optimal_sets": 0, "best": [], "conflict": [{"pointer": "/count/min", )"
        R"("kind": "selection.count_min", "text": "at least 2 candidates", )"
        R"("repair": {"kind": "selection.repair_number", )"
        R"("text": "With 1 instead of 2 there is a set.", "value": 1}}], )"
        R"("solve_seconds": 1.500000})");
}

TEST_CASE("ids keep their characters in the answer") {
  const Problem problem = accepted(candidate(R"("id": "a\"\\\u0001\né", "score": 1)"));
  const std::string text = answer_document(problem, solve(problem), {}, 0);
  CHECK(text.find(R"("selected": ["a\"\\\u0001\né"])") != std::string::npos);
}

TEST_CASE("a document read byte by byte is the same problem") {
  ProblemReader reader;
  for (const char byte : kExample) REQUIRE(reader.feed(std::string_view(&byte, 1)));
  const auto read = std::move(reader).finish();
  REQUIRE(std::holds_alternative<Problem>(read));
  const Problem& problem = std::get<Problem>(read);
  CHECK(solve(problem).best.front().positions == std::vector<Position>{0, 1});
}

TEST_CASE("everything but candidates may be left out, and constraints may come first") {
  CHECK(accepted(R"({"candidates": []})").size() == 0);
  CHECK(accepted(" {\"candidates\" : [ ] }\r\n\t ").size() == 0);
  const Problem problem = accepted(
      R"({"include": ["b"], "requires": [["b", "a"]], "limits": [{"resource": "r"}],
          "candidates": [{"score": 1, "id": "a", "uses": {"r": 1}}, {"id": "b", "score": -2}]})");
  CHECK(problem.included()[0] == 1);
  CHECK_FALSE(problem.limits()[0].max);
  CHECK(solve(problem).best.front().positions == std::vector<Position>{0, 1});
}

TEST_CASE("without candidates the empty set is the answer, unless a minimum asks for more") {
  const Problem none = accepted(R"({"candidates": []})");
  const Answer answer = solve(none);
  CHECK(answer.status == Status::kOptimal);
  CHECK(answer.best.front().positions.empty());
  CHECK(answer.optimal_sets == 1);
  const Problem minimum = accepted(R"({"candidates": [], "count": {"min": 1}})");
  CHECK(solve(minimum).status == Status::kInfeasible);
  const Problem unnamed = accepted(R"({"candidates": [], "bounds": [{"group": "g", "min": 1}]})");
  CHECK(solve(unnamed).conflict.front().pointer == "/bounds/0/min");
}

TEST_CASE("a resource that a limit names must be used by a candidate") {
  check_refused({with(R"("limits": [{"resource": "staff", "max": 1}])"), "/limits/0/resource",
                 "selection.unknown_resource"});
  check_refused({with(R"("limits": [{"resource": "budget"}, {"resource": ""}])"),
                 "/limits/1/resource", "selection.unknown_resource"});
}

TEST_CASE("ids that no candidate has are refused where they stand") {
  const Wrong cases[] = {
      {with(R"("include": ["a", "x"])"), "/include/1", "selection.unknown_candidate"},
      {with(R"("exclude": ["x"])"), "/exclude/0", "selection.unknown_candidate"},
      {with(R"("requires": [["a", "x"]])"), "/requires/0/1", "selection.unknown_candidate"},
      {with(R"("requires": [["a", "a"], ["x", "a"]])"), "/requires/1/0",
       "selection.unknown_candidate"},
      {with(R"("excludes": [["a", "x"]])"), "/excludes/0/1", "selection.unknown_candidate"},
  };
  for (const Wrong& wrong : cases) check_refused(wrong);
}

TEST_CASE("unknown, duplicate and missing keys are refused") {
  const Wrong cases[] = {
      {R"({"candidates": [], "colour": 1})", "/colour", "selection.unknown_key"},
      {R"({"candidates": [], "": 1})", "/", "selection.unknown_key"},
      {R"({"candidates": [], "a/b~c": 1})", "/a~1b~0c", "selection.unknown_key"},
      {R"({"candidates": [], "candidates": []})", "/candidates", "selection.duplicate_key"},
      {R"({"count": {}})", "", "selection.missing_key"},
      {candidate(R"("id": "a")"), "/candidates/0", "selection.missing_key"},
      {candidate(R"("score": 1)"), "/candidates/0", "selection.missing_key"},
      {candidate(R"("id": "a", "score": 1, "cost": 1)"), "/candidates/0/cost",
       "selection.unknown_key"},
      {candidate(R"("id": "a", "score": 1, "score": 1)"), "/candidates/0/score",
       "selection.duplicate_key"},
      {candidate(R"("id": "a", "score": 1, "uses": {"r": 1, "s": 1, "r": 1})"),
       "/candidates/0/uses/r", "selection.duplicate_key"},
      {with(R"("count": {"minimum": 1})"), "/count/minimum", "selection.unknown_key"},
      {with(R"("count": {"min": 1, "min": 1})"), "/count/min", "selection.duplicate_key"},
      {with(R"("limits": [{"resource": "budget", "resource": "budget"}])"), "/limits/0/resource",
       "selection.duplicate_key"},
      {with(R"("bounds": [{"group": "g", "max": 1, "max": 1}])"), "/bounds/0/max",
       "selection.duplicate_key"},
      {with(R"("coverage": [{"min": 1, "min": 1}])"), "/coverage/0/min", "selection.duplicate_key"},
      {with(R"("exclude": [], "exclude": [])"), "/exclude", "selection.duplicate_key"},
      // Two spellings of one key.
      {R"({"candidates": [], "\u0063andidates": []})", "/candidates", "selection.duplicate_key"},
      {with(R"("limits": [{"max": 1}])"), "/limits/0", "selection.missing_key"},
      {with(R"("bounds": [{"min": 1}])"), "/bounds/0", "selection.missing_key"},
      {with(R"("bounds": [{"group": "g", "groups": "g"}])"), "/bounds/0/groups",
       "selection.unknown_key"},
      {with(R"("coverage": [{"groups": "area:*"}])"), "/coverage/0", "selection.missing_key"},
      {with(R"("coverage": [{"min": 1}])"), "/coverage/0", "selection.missing_key"},
  };
  for (const Wrong& wrong : cases) check_refused(wrong);
}

TEST_CASE("wherever a value of another type stands, the refusal says what must stand there") {
  const std::pair<std::string, std::string> values[] = {
      {"text", R"("x")"}, {"integer", "1"}, {"object", "{}"},
      {"list", "[]"},     {"true", "true"}, {"null", "null"},
  };
  // Where a ? stands, the type belongs.
  struct Spot {
    std::string document, pointer, type;
  };
  const Spot spots[] = {
      {"?", "", "object"},
      {R"({"candidates": ?})", "/candidates", "list"},
      {R"({"candidates": [?]})", "/candidates/0", "object"},
      {candidate(R"("id": ?, "score": 1)"), "/candidates/0/id", "text"},
      {candidate(R"("id": "a", "score": ?)"), "/candidates/0/score", "integer"},
      {candidate(R"("id": "a", "score": 1, "uses": ?)"), "/candidates/0/uses", "object"},
      {candidate(R"("id": "a", "score": 1, "uses": {"a/b": ?})"), "/candidates/0/uses/a~1b",
       "integer"},
      {candidate(R"("id": "a", "score": 1, "uses": {"": ?})"), "/candidates/0/uses/", "integer"},
      {candidate(R"("id": "a", "score": 1, "groups": ?)"), "/candidates/0/groups", "list"},
      {candidate(R"("id": "a", "score": 1, "groups": ["g", ?])"), "/candidates/0/groups/1", "text"},
      {with(R"("count": ?)"), "/count", "object"},
      {with(R"("count": {"min": ?})"), "/count/min", "integer"},
      {with(R"("count": {"min": 1, "max": ?})"), "/count/max", "integer"},
      {with(R"("limits": ?)"), "/limits", "list"},
      {with(R"("limits": [?])"), "/limits/0", "object"},
      {with(R"("limits": [{"resource": ?}])"), "/limits/0/resource", "text"},
      {with(R"("limits": [{"resource": "budget", "max": ?}])"), "/limits/0/max", "integer"},
      {with(R"("bounds": ?)"), "/bounds", "list"},
      {with(R"("bounds": [?])"), "/bounds/0", "object"},
      {with(R"("bounds": [{"group": "g"}, {"group": ?}])"), "/bounds/1/group", "text"},
      {with(R"("bounds": [{"group": "g", "min": ?}])"), "/bounds/0/min", "integer"},
      {with(R"("bounds": [{"group": "g", "max": ?}])"), "/bounds/0/max", "integer"},
      {with(R"("coverage": ?)"), "/coverage", "list"},
      {with(R"("coverage": [?])"), "/coverage/0", "object"},
      {with(R"("coverage": [{"groups": ?}])"), "/coverage/0/groups", "text"},
      {with(R"("coverage": [{"min": ?}])"), "/coverage/0/min", "integer"},
      {with(R"("requires": ?)"), "/requires", "list"},
      {with(R"("requires": [?])"), "/requires/0", "list"},
      {with(R"("requires": [["a", ?]])"), "/requires/0/1", "text"},
      {with(R"("excludes": ?)"), "/excludes", "list"},
      {with(R"("excludes": [["a", "a"], ?])"), "/excludes/1", "list"},
      {with(R"("excludes": [[?]])"), "/excludes/0/0", "text"},
      {with(R"("include": ?)"), "/include", "list"},
      {with(R"("include": [?])"), "/include/0", "text"},
      {with(R"("exclude": ?)"), "/exclude", "list"},
      {with(R"("exclude": [?])"), "/exclude/0", "text"},
  };
  for (const Spot& spot : spots) {
    const std::size_t at = spot.document.find('?');
    for (const auto& [type, value] : values) {
      if (type == spot.type) continue;
      std::string document = spot.document;
      document.replace(at, 1, value);
      check_refused({document, spot.pointer, "selection.must_be_" + spot.type});
    }
  }
}

TEST_CASE("a pair is of two ids") {
  check_refused({with(R"("requires": [["a"]])"), "/requires/0", "selection.must_be_pair"});
  check_refused(
      {with(R"("excludes": [["a", "a", "a"]])"), "/excludes/0", "selection.must_be_pair"});
  check_refused({with(R"("excludes": [[]])"), "/excludes/0", "selection.must_be_pair"});
}

TEST_CASE("numbers must be integers within 2^53, uses not negative") {
  const Wrong cases[] = {
      {candidate(R"("id": "a", "score": 1.5)"), "/candidates/0/score", "selection.not_an_integer"},
      {candidate(R"("id": "a", "score": 1.0)"), "/candidates/0/score", "selection.not_an_integer"},
      {candidate(R"("id": "a", "score": 1e3)"), "/candidates/0/score", "selection.not_an_integer"},
      {candidate(R"("id": "a", "score": 9007199254740993)"), "/candidates/0/score",
       "selection.out_of_range"},
      {candidate(R"("id": "a", "score": -9007199254740993)"), "/candidates/0/score",
       "selection.out_of_range"},
      {candidate(R"("id": "a", "score": 9223372036854775808)"), "/candidates/0/score",
       "selection.out_of_range"},
      {candidate(R"("id": "a", "score": 99999999999999999999999)"), "/candidates/0/score",
       "selection.out_of_range"},
      {candidate(R"("id": "a", "score": 1e400)"), "/candidates/0/score", "selection.out_of_range"},
      {candidate(R"("id": "a", "score": 0.0000001e10)"), "/candidates/0/score",
       "selection.not_an_integer"},
      {candidate(R"("id": "a", "score": -1e400)"), "/candidates/0/score", "selection.out_of_range"},
      {candidate(R"("id": "a", "score": 12345678901234567890)"), "/candidates/0/score",
       "selection.out_of_range"},
      {candidate(R"("id": "a", "score": -12345678901234567890)"), "/candidates/0/score",
       "selection.out_of_range"},
      {candidate(R"("id": "a", "score": 1, "uses": {"r": -1})"), "/candidates/0/uses/r",
       "selection.negative_use"},
      {with(R"("count": {"max": 8.0})"), "/count/max", "selection.not_an_integer"},
      {with(R"("limits": [{"resource": "budget", "max": 1e30}])"), "/limits/0/max",
       "selection.out_of_range"},
  };
  for (const Wrong& wrong : cases) check_refused(wrong);
  CHECK(accepted(candidate(R"("id": "a", "score": 9007199254740992)")).score(0) == kLargestNumber);
  CHECK(accepted(candidate(R"("id": "a", "score": -9007199254740992)")).score(0) ==
        -kLargestNumber);
  CHECK(accepted(candidate(R"("id": "a", "score": -0)")).score(0) == 0);
}

TEST_CASE("sums that leave 64 bits are refused at the candidate that makes them") {
  std::string scores = R"({"candidates": [)";
  std::string uses = R"({"candidates": [)";
  for (int i = 0; i < 1024; ++i) {
    const std::string comma = i == 0 ? "" : ", ";
    const std::string id = std::to_string(i);
    const std::string sign = i % 2 == 0 ? "" : "-";
    scores += comma + R"({"id": ")" + id + R"(", "score": )" + sign + "9007199254740992}";
    uses += comma + R"({"id": ")" + id + R"(", "score": 1, "uses": {"r": 9007199254740992}})";
  }
  check_refused({scores + "]}", "/candidates/1023/score", "selection.overflow_score"});
  check_refused({uses + "]}", "/candidates/1023/uses/r", "selection.overflow_use"});
}

TEST_CASE("names are checked: duplicate ids, families, length") {
  const std::string two =
      R"({"candidates": [{"id": "a", "score": 1}, {"id": "b", "score": 1}, {"id": "a", "score": 1}]})";
  check_refused({two, "/candidates/2/id", "selection.duplicate_id"});
  check_refused({candidate(R"("id": "a", "score": 1, "groups": ["area:*"])"),
                 "/candidates/0/groups/0", "selection.group_pattern"});
  check_refused({with(R"("coverage": [{"groups": "area", "min": 1}])"), "/coverage/0/groups",
                 "selection.coverage_pattern"});
  const std::string longest(kLongestName, 'x');
  CHECK(accepted(candidate(R"("id": ")" + longest + R"(", "score": 1)")).id(0) == longest);
  check_refused({candidate(R"("id": ")" + longest + R"(x", "score": 1)"), "/candidates/0/id",
                 "selection.too_long"});
  check_refused({R"({")" + longest + R"(x": 1})", "", "selection.too_long"});
}

TEST_CASE("what is not JSON is refused with line and column") {
  const Wrong cases[] = {
      {"", "", "selection.incomplete"},
      {"  \n ", "", "selection.incomplete"},
      {R"({"candidates": [)", "/candidates/0", "selection.incomplete"},
      {R"({"candidates": []} x)", "", "selection.trailing"},
      {R"({"candidates": []}{})", "", "selection.trailing"},
      {"{\"candidates\": [\n  {\"id\": \"a\" \"score\": 1}]}", "/candidates/0", "selection.syntax"},
      {R"({"candidates": [],})", "", "selection.syntax"},
      {R"({"candidates": [] /* none */})", "", "selection.syntax"},
      {candidate("\"id\": \"\xff\", \"score\": 1"), "/candidates/0/id", "selection.syntax"},
      {candidate(R"("id": "\ud800", "score": 1)"), "/candidates/0/id", "selection.syntax"},
      {candidate(R"("id": "a", "score": NaN)"), "/candidates/0/score", "selection.syntax"},
      {candidate(R"("id": "a", "score": 01)"), "/candidates/0", "selection.syntax"},
      {candidate(R"("id": "a", "score": +1)"), "/candidates/0/score", "selection.syntax"},
      {candidate(R"("id": "a", "score": .5)"), "/candidates/0/score", "selection.syntax"},
      {candidate(R"("id": "\udc00", "score": 1)"), "/candidates/0/id", "selection.syntax"},
      {candidate(R"("id": "\ud800\ud800", "score": 1)"), "/candidates/0/id", "selection.syntax"},
      {candidate("\"id\": \"\xc3(\", \"score\": 1"), "/candidates/0/id", "selection.syntax"},
      // Overlong, a surrogate, beyond U+10FFFF.
      {candidate("\"id\": \"\xc0\xaf\", \"score\": 1"), "/candidates/0/id", "selection.syntax"},
      {candidate("\"id\": \"\xed\xa0\x80\", \"score\": 1"), "/candidates/0/id", "selection.syntax"},
      {candidate("\"id\": \"\xf5\x80\x80\x80\", \"score\": 1"), "/candidates/0/id",
       "selection.syntax"},
      {candidate("\"id\": \"a\nb\", \"score\": 1"), "/candidates/0/id", "selection.syntax"},
      {std::string("{\"candidates\": []\0}", 18), "", "selection.syntax"},
      {std::string("{\"candidates\": []}\0", 19), "", "selection.trailing"},
      {candidate(std::string("\"id\": \"a\0\", \"score\": 1", 22)), "/candidates/0/id",
       "selection.syntax"},
      {"\xef\xbb\xbf{\"candidates\": []}", "", "selection.byte_order_mark"},
      {std::string("\xff\xfe{\0", 4), "", "selection.byte_order_mark"},
  };
  for (const Wrong& wrong : cases) check_refused(wrong);
  const auto read = read_problem("{\"candidates\": [\n  {\"id\": \"a\" \"score\": 1}]}");
  CHECK(std::get<Refusal>(read).message.arguments[0].second == "2");
}

TEST_CASE("deep nesting is refused where it begins") {
  const std::string deep(100'000, '[');
  check_refused({deep, "", "selection.must_be_object"});
  check_refused({R"({"candidates": )" + deep, "/candidates/0", "selection.must_be_object"});
  check_refused({candidate(R"("id": "a", "score": 1, "groups": )" + deep), "/candidates/0/groups/0",
                 "selection.must_be_text"});
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += R"({"uses": )";
  check_refused({objects, "/uses", "selection.unknown_key"});
  check_refused(
      {R"({"candidates": [)" + objects, "/candidates/0/uses/uses", "selection.must_be_integer"});
}

TEST_CASE("texts and numbers of ten megabytes are refused, and never held") {
  const std::string letters(10'000'000, 'x');
  const std::string digits(10'000'000, '7');
  const auto refused = [](const std::string& before, const std::string& piece,
                          const std::string& after) {
    ProblemReader reader;
    const bool wanted = reader.feed(before) && reader.feed(piece) && reader.feed(after);
    REQUIRE_FALSE(wanted);
    return std::get<Refusal>(std::move(reader).finish());
  };
  CHECK(refused(R"({"candidates": [{"id": ")", letters, R"(", "score": 1}]})").message.kind ==
        "selection.too_long");
  CHECK(refused(R"({")", letters, R"(": []})").message.kind == "selection.too_long");
  CHECK(refused(R"({"candidates": [{"id": "a", "uses": {")", letters, R"(": 1}}]})").message.kind ==
        "selection.too_long");
  CHECK(refused(R"({"candidates": [{"score": )", digits, "}]}").message.kind ==
        "selection.out_of_range");
}

TEST_CASE("two hundred megabytes that are no problem take no memory") {
  // Of each, what comes before and what is then repeated, a mebibyte at a time.
  const std::pair<std::string, char> documents[] = {
      {"", '['},
      {"", ' '},
      {R"({"candidates": [{"id": ")", 'x'},
      {R"({"candidates": [{"id": "a", "score": 1, "uses": {")", 'x'},
      {R"({"candidates": [{"id": "a", "score": )", '7'},
  };
  constexpr int kPieces = 200;
  constexpr long kMostGrowth = 8 * 1024;  // KiB
  const auto peak = [] {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
  };
  for (const auto& [before, repeated] : documents) {
    INFO(before << repeated);
    const std::string piece(1U << 20, repeated);
    const long at_first = peak();
    ProblemReader reader;
    reader.feed(before);
    for (int i = 0; i < kPieces; ++i) reader.feed(piece);
    CHECK(std::holds_alternative<Refusal>(std::move(reader).finish()));
    CHECK(peak() - at_first < kMostGrowth);
  }
}

TEST_CASE("a document that is too large is refused, whatever fills it") {
  const std::string document = R"({"candidates": []})";
  ProblemReader fits(document.size());
  CHECK(fits.feed(document));
  CHECK(std::holds_alternative<Problem>(std::move(fits).finish()));
  for (const std::size_t size : {1U, 5U, 100U}) {
    ProblemReader reader(document.size());
    const std::string longer = document + " ";
    for (std::size_t at = 0; at < longer.size(); at += size) reader.feed(longer.substr(at, size));
    const auto read = std::move(reader).finish();
    REQUIRE(std::holds_alternative<Refusal>(read));
    CHECK(std::get<Refusal>(read).message.text() ==
          "The document has more than 18 bytes; split the problem.");
  }
}

TEST_CASE("a damaged document is read or refused, the same however it is cut") {
  const std::uint64_t seed = 12;
  std::mt19937_64 random(seed);
  const std::string noise = "{}[]\",:0-1.e\\n\x80 ";
  for (int i = 0; i < 3000; ++i) {
    INFO("seed " << seed << ", document " << i);
    std::string document = kExample;
    for (int damage = 1 + i % 3; damage > 0; --damage) {
      const std::size_t at = random() % document.size();
      switch (random() % 3) {
        case 0:
          document[at] = noise[random() % noise.size()];
          break;
        case 1:
          document.erase(at, 1 + random() % 9);
          break;
        default:
          document.insert(at, document.substr(random() % document.size(), random() % 20));
      }
    }
    const auto whole = read_problem(document);
    ProblemReader reader;
    for (std::size_t at = 0; at < document.size(); at += 5) {
      if (!reader.feed(std::string_view(document).substr(at, 5))) break;
    }
    const auto pieces = std::move(reader).finish();
    REQUIRE(whole.index() == pieces.index());
    if (const Refusal* refusal = std::get_if<Refusal>(&whole)) {
      const Refusal& other = std::get<Refusal>(pieces);
      CHECK(other.pointer == refusal->pointer);
      CHECK(other.message.kind == refusal->message.kind);
      // The parser's column of a broken word or character may be one off.
      if (refusal->message.kind != "selection.syntax") CHECK(other == *refusal);
      CHECK((refusal->pointer.empty() || refusal->pointer.front() == '/'));
    }
  }
}

TEST_CASE("a group named twice by one candidate counts once") {
  const Problem problem = accepted(
      R"({"candidates": [{"id": "a", "score": 1, "groups": ["g", "g"]}, {"id": "b", "score": 1}],
          "bounds": [{"group": "g", "max": 1}]})");
  CHECK(problem.groups(0).size() == 1);
  CHECK(solve(problem).best.front().positions.size() == 2);
}

TEST_CASE("a problem built in memory may limit a resource that nobody uses yet") {
  ProblemBuilder builder;
  builder.resource("budget");
  builder.limit("budget", Demand{5, "/limits/0"}, "/limits/0/resource");
  const auto built = std::move(builder).build();
  REQUIRE(std::holds_alternative<Problem>(built));
  CHECK(solve(std::get<Problem>(built)).status == Status::kOptimal);
}

}  // namespace pilah::selection::tests
