#include "pilah/http/entity_tag.hpp"

#include "support/catch.hpp"

using namespace pilah::http;

TEST_CASE("If-None-Match names a tag, alone or in a list, weak or compressed on the way") {
  for (const char* header :
       {"\"17\"", "W/\"17\"", "\"16\", \"17\"", "\"17-gzip\"", "W/\"17-gzip\"", "*", " \"17\" "}) {
    CAPTURE(header);
    CHECK(names_tag(header, revision_tag(17)));
  }
  for (const char* header : {"", "17", "\"1\"", "\"177\"", "\"17", "\"16\" \"17\"", "\"\""}) {
    CAPTURE(header);
    CHECK_FALSE(names_tag(header, revision_tag(17)));
  }
}

TEST_CASE("If-Match demands a revision") {
  CHECK(demanded_revisions("\"17\"").revisions == std::vector<std::int64_t>{17});
  CHECK(demanded_revisions("W/\"17-gzip\", \"18-5\"").revisions ==
        std::vector<std::int64_t>{17, 18});
  CHECK(demanded_revisions("*").any);
  CHECK(demanded_revisions("\"b0123\"").revisions == std::vector<std::int64_t>{-1});
  CHECK_FALSE(demanded_revisions("17").well_formed);
  CHECK_FALSE(demanded_revisions("\"17\" x").well_formed);
}

TEST_CASE("The tag of a body follows its bytes") {
  CHECK(body_tag("a") == body_tag("a"));
  CHECK(body_tag("a") != body_tag("b"));
  CHECK(names_tag(body_tag("a"), body_tag("a")));
}

TEST_CASE("The tag of a record that tells more than its revision follows both") {
  CHECK(revision_tag_with(17, "a") == revision_tag_with(17, "a"));
  CHECK(revision_tag_with(17, "a") != revision_tag_with(17, "b"));
  CHECK(revision_tag_with(17, "a") != revision_tag_with(18, "a"));
  CHECK(demanded_revisions(revision_tag_with(17, "a")).revisions == std::vector<std::int64_t>{17});
}
