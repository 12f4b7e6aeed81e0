#include "pilah/store/change.hpp"

#include <random>
#include <stdexcept>

#include <boost/json.hpp>

#include "support/catch.hpp"

using namespace pilah::store;

namespace {

/// What is stored of the change from one to the other, and that it leads back.
std::string change_of(const std::string& older, const std::string& newer) {
  const auto replacement = replace(older, newer);
  UnrolledDocument unrolled(replacement.document);
  if (!replacement.change.empty()) unrolled.undo(replacement.change);
  std::vector<std::string> fields;
  const auto members = boost::json::parse(older);
  for (const auto& member : members.as_object()) fields.emplace_back(member.key());
  CHECK(unrolled.text(fields) == older);
  return replacement.change;
}

/// The same, told in full.
std::string told(const std::string& older, const std::string& newer) {
  const auto replacement = replace(older, newer);
  return UnrolledDocument(replacement.document).undo(replacement.change);
}

const std::string kLong(200, 'x');

}  // namespace

TEST_CASE("A word mended in a long text costs the word, and is told in full") {
  const std::string older = R"({"a":")" + kLong + " satu " + kLong + R"("})";
  const std::string newer = R"({"a":")" + kLong + " dua " + kLong + R"("})";
  CHECK(change_of(older, newer) == R"({"a":{"at":201,"old":"satu","new":"dua"}})");
  CHECK(told(older, newer) == "{\"a\":[" + older.substr(5, older.size() - 6) + "," +
                                  newer.substr(5, newer.size() - 6) + "]}");
}

TEST_CASE("A text is cut between letters, never within one or within an escape") {
  const std::string same(60, 's');
  // Both letters begin with the same byte, both escapes with the same backslash.
  CHECK(change_of("{\"a\":\"" + same + "\u00e9" + same + "\"}",
                  "{\"a\":\"" + same + "\u00e8" + same + "\"}") ==
        "{\"a\":{\"at\":60,\"old\":\"\u00e9\",\"new\":\"\u00e8\"}}");
  CHECK(change_of("{\"a\":\"" + same + "\\n" + same + "\"}",
                  "{\"a\":\"" + same + "\\t" + same + "\"}") ==
        R"({"a":{"at":60,"old":"\n","new":"\t"}})");
  CHECK(change_of("{\"a\":\"" + same + "\\u0001" + same + "\"}",
                  "{\"a\":\"" + same + "\\u0011" + same + "\"}") ==
        R"({"a":{"at":60,"old":"\u0001","new":"\u0011"}})");
}

TEST_CASE("A list costs the items that differ, an item its members") {
  const std::string a = R"({"n":")" + kLong + R"(","v":"1"})";
  const std::string b = R"({"n":")" + kLong + R"(","v":"2"})";
  const std::string c = R"({"n":"c","v":"3"})";
  const auto list = [](const std::string& items) { return "{\"l\":[" + items + "]}"; };
  CHECK(change_of(list(a + "," + c), list(b + "," + c)) ==
        R"({"l":{"at":0,"in":{"in":{"v":["1","2"]}}}})");
  CHECK(change_of(list(a), list(a + "," + c)) ==
        "{\"l\":{\"at\":1,\"old\":[],\"new\":[" + c + "]}}");
  CHECK(change_of(list(a + "," + c), list(a)) ==
        "{\"l\":{\"at\":1,\"old\":[" + c + "],\"new\":[]}}");
}

TEST_CASE("What is shorter in full is told in full") {
  CHECK(change_of(R"({"a":"x"})", R"({"a":"y"})") == R"({"a":["x","y"]})");
  CHECK(change_of(R"({"a":1})", R"({"b":[2]})") == R"({"b":[null,[2]],"a":[1,null]})");
  CHECK(change_of(R"({"a":1.50})", R"({"a":1.5})").empty() == false);
}

TEST_CASE("A change that did not lead here is refused") {
  const std::string newer = R"({"a":")" + kLong + R"( dua","l":[1,2]})";
  for (const char* change :
       {R"({"a":["x","y"]})", R"({"a":{"at":900,"old":"x","new":"y"}})",
        R"({"a":{"at":0,"old":"x","new":"y"}})", R"({"a":{"at":"0","old":"x","new":"x"}})",
        R"({"l":{"at":2,"in":[1,3]}})", R"({"l":{"at":1,"old":[],"new":[3]}})",
        R"({"l":{"at":1,"old":[],"new":[2,3]}})", R"({"l":{"at":0}})",
        R"({"l":{"in":{"x":[1,2]}}})", R"({"a":7})", "[]", "{", ""}) {
    CAPTURE(change);
    UnrolledDocument unrolled(newer);
    CHECK_THROWS_AS(unrolled.undo(change), std::invalid_argument);
  }
}

TEST_CASE("Fields are taken out of a document and of a change alike") {
  CHECK(without_fields(R"({"a":1,"b":[1,2],"c":"x"})", {"b"}) == R"({"a":1,"c":"x"})");
  CHECK(without_fields(R"({"b":[1,2]})", {"b"}) == "{}");
}

namespace {

/// A value of any kind, small, so that two of them often share something.
boost::json::value drawn(std::minstd_rand& random, int depth) {
  switch (random() % (depth > 0 ? 6 : 4)) {
    case 0:
      return static_cast<std::int64_t>(random() % 3);
    case 1:
      return random() % 2 == 0;
    case 2:
    case 3: {
      std::string text;
      for (auto letters = random() % 40; letters > 0; --letters) {
        static const std::string kLetters[] = {"a", "\"", "\\", "\n", "\u00e9", "\u20ac", "b"};
        text += kLetters[random() % 7];
      }
      return boost::json::string(text);
    }
    case 4: {
      boost::json::array list;
      for (auto items = random() % 4; items > 0; --items) list.push_back(drawn(random, depth - 1));
      return list;
    }
    default: {
      boost::json::object object;
      for (const char* key : {"k", "l", "m"}) {
        if (random() % 3 > 0) object[key] = drawn(random, depth - 1);
      }
      return object;
    }
  }
}

/// Here and there another value.
void mutate(boost::json::value& value, std::minstd_rand& random, int depth) {
  if (auto* list = value.if_array(); list && !list->empty() && random() % 3 > 0) {
    return mutate((*list)[random() % list->size()], random, depth - 1);
  }
  if (auto* object = value.if_object(); object && !object->empty() && random() % 3 > 0) {
    return mutate(object->begin()[static_cast<std::ptrdiff_t>(random() % object->size())].value(),
                  random, depth - 1);
  }
  if (auto* text = value.if_string(); text && !text->empty() && random() % 3 > 0) {
    text->append("c");
    return;
  }
  value = drawn(random, std::max(depth, 0));
}

}  // namespace

TEST_CASE("Any change leads back to the bytes before it, and is told as it was") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::minstd_rand random(seed);
  for (int round = 0; round < 3000; ++round) {
    boost::json::object before;
    for (const char* key : {"a", "b", "c", "d"}) before[key] = drawn(random, 3);
    boost::json::object after = before;
    for (auto changes = random() % 4; changes > 0; --changes) {
      const char* key = std::array{"a", "b", "c", "d"}[random() % 4];
      if (!after.contains(key) || random() % 6 == 0) {
        after.erase(key);
      } else {
        mutate(after[key], random, 3);
      }
    }
    const auto older = boost::json::serialize(before);
    const auto newer = boost::json::serialize(after);
    CAPTURE(older, newer);
    const auto replacement = replace(older, newer);
    UnrolledDocument unrolled(replacement.document);
    if (!replacement.change.empty()) {
      const auto change = boost::json::parse(unrolled.undo(replacement.change)).as_object();
      for (const auto& member : change) {
        const auto* was = before.if_contains(member.key());
        const auto* is = after.if_contains(member.key());
        CHECK(member.value().at(0) == (was ? *was : boost::json::value(nullptr)));
        CHECK(member.value().at(1) == (is ? *is : boost::json::value(nullptr)));
      }
    }
    REQUIRE(unrolled.text({"a", "b", "c", "d"}) == older);
  }
}

TEST_CASE("Two words mended far apart cost the two words") {
  const std::string older = R"({"a":")" + kLong + " satu " + kLong + "y tiga" + R"("})";
  const std::string newer = R"({"a":")" + kLong + " dua " + kLong + "y empat" + R"("})";
  CHECK(change_of(older, newer) == R"({"a":{"parts":[[201,"satu","dua"],[407,"tiga","empat"]]}})");
}

TEST_CASE("A member that an item gains or loses costs the member") {
  const auto list = [](const std::string& item) {
    return R"({"l":[{"n":")" + kLong + "\"" + item + "}]}";
  };
  CHECK(change_of(list(""), list(R"(,"v":[1])")) ==
        R"({"l":{"at":0,"in":{"in":{},"added":["v"]}}})");
  CHECK(change_of(list(R"(,"v":[1],"w":2)"), list(R"(,"w":3)")) ==
        R"({"l":{"at":0,"in":{"in":{"w":[2,3]},"lost":[[1,"v",[1]]]}}})");
}
