#include "pilah/http/events/event_stream.hpp"

#include "pilah/http/events/stream_places.hpp"
#include "support/catch.hpp"

using namespace pilah;
using namespace pilah::http;

namespace {

/// A region at a revision, seen by a stream at a time.
struct Watched {
  std::int64_t now = 0;
  std::int64_t revision = 57;
  std::int64_t at_once = 1'000;

  EventStream stream(std::optional<std::int64_t> after) {
    return EventStream(
        "13.11",
        [this](std::int64_t told) {
          registry::RegionChanges changes;
          changes.revision = revision;
          if (told >= revision) return changes;
          changes.kinds = {"innovation"};
          if (revision - told > at_once) {
            changes.revision = told + at_once;
            changes.is_all = false;
          }
          return changes;
        },
        after, [this] { return now; });
  }
};

std::string said(EventStream& stream) {
  std::string piece;
  stream.next(piece);
  return piece;
}

}  // namespace

TEST_CASE("Who begins is told where the region is, then of each change") {
  Watched region;
  auto stream = region.stream(std::nullopt);
  CHECK(said(stream) ==
        "retry: 3000\n\nid: 57\nevent: revision\ndata: "
        "{\"region\":\"13.11\",\"revision\":57,\"kinds\":[]}\n\n");
  CHECK(said(stream).empty());
  region.revision = 60;
  CHECK(said(stream) ==
        "id: 60\nevent: revision\ndata: "
        "{\"region\":\"13.11\",\"revision\":60,\"kinds\":[\"innovation\"]}\n\n");
}

TEST_CASE("Who comes again is told what he missed, and nothing twice") {
  Watched region;
  auto behind = region.stream(50);
  CHECK(said(behind).find("id: 57\n") != std::string::npos);
  auto current = region.stream(57);
  CHECK(said(current) == "retry: 3000\n\n");
  // A backup was restored: the client knows more than the host.
  auto ahead = region.stream(99);
  CHECK(said(ahead).find("id: 57\n") != std::string::npos);
}

TEST_CASE("Many missed changes come in several events") {
  Watched region;
  region.revision = 2'500;
  auto stream = region.stream(0);
  std::string piece;
  CHECK(stream.next(piece) == BodyStream::State::kMore);
  CHECK(piece.find("id: 1000\n") != std::string::npos);
  piece.clear();
  CHECK(stream.next(piece) == BodyStream::State::kMore);
  CHECK(stream.next(piece) == BodyStream::State::kLater);
  CHECK(piece.find("id: 2500\n") != std::string::npos);
}

TEST_CASE("Silence is broken by a comment, and the stream ends after a while") {
  Watched region;
  auto stream = region.stream(57);
  said(stream);
  region.now = 14'999;
  CHECK(said(stream).empty());
  region.now = 15'000;
  CHECK(said(stream) == ":\n\n");
  region.now = 29'999;
  CHECK(said(stream).empty());
  region.now = 600'000;
  std::string piece;
  CHECK(stream.next(piece) == BodyStream::State::kEnd);
}

TEST_CASE("The id of an event is a revision and nothing else") {
  CHECK(event_id("57") == 57);
  CHECK(event_id("0") == 0);
  for (const char* text : {"", "-1", "57x", "x", " 57", "99999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(event_id(text).has_value());
  }
}

TEST_CASE("Places for streams are bounded, in all and for one client, and given back") {
  StreamPlaces places(3, 2);
  auto first = places.take("a");
  auto second = places.take("a");
  CHECK(first);
  CHECK(second);
  CHECK_FALSE(places.take("a"));
  auto third = places.take("b");
  CHECK(third);
  CHECK_FALSE(places.take("c"));
  first.reset();
  CHECK(places.taken() == 2);
  CHECK(places.take("c"));
  CHECK(places.taken() == 2);
}
