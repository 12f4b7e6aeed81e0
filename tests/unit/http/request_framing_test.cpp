#include "pilah/http/front/request_framing.hpp"

#include <filesystem>
#include <random>

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::http;
using State = RequestFraming::State;

namespace {

constexpr std::size_t kMostBody = 1000;

FramingLimits limits() {
  FramingLimits limits;
  limits.body = [](std::string_view, std::string_view) { return kMostBody; };
  return limits;
}

std::string head(std::string_view lines, std::string_view method = "POST") {
  return std::string(method) + " /x HTTP/1.1\r\nHost: localhost\r\n" + std::string(lines) + "\r\n";
}

/// The refusal's status of `bytes`; 0 when it is not refused.
int refused(std::string_view bytes) {
  const auto bounds = limits();
  RequestFraming framing(bounds);
  return framing.take(bytes) == State::kRefused ? framing.refusal().status : 0;
}

}  // namespace

TEST_CASE("A request without a body is complete with the empty line") {
  const auto bounds = limits();
  RequestFraming framing(bounds);
  CHECK(framing.state() == State::kEmpty);
  CHECK(framing.take("GET /a?b=c HTTP/1.1\r\nHost: localhost\r\n") == State::kPartial);
  CHECK(framing.take("\r\n") == State::kComplete);
  const auto request = framing.release();
  CHECK(request.head == "GET /a?b=c HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(request.method() == "GET");
  CHECK(request.target() == "/a?b=c");
  CHECK(request.keep_alive);
  CHECK(framing.state() == State::kEmpty);
  CHECK(framing.held() == 0);
}

TEST_CASE("A body of known length is waited for, and what follows is the next request") {
  const auto bounds = limits();
  RequestFraming framing(bounds);
  CHECK(framing.take(head("Content-Length: 5\r\n") + "abc") == State::kPartial);
  CHECK(framing.take("de" + head("Content-Length: 1\r\n") + "f" + head("", "GET")) ==
        State::kComplete);
  CHECK(framing.release().body == "abcde");
  REQUIRE(framing.state() == State::kComplete);
  CHECK(framing.release().body == "f");
  REQUIRE(framing.state() == State::kComplete);
  CHECK(framing.release().method() == "GET");
  CHECK(framing.state() == State::kEmpty);
}

TEST_CASE("Chunks are joined, extensions and trailers read past, the length said plainly") {
  const auto bounds = limits();
  RequestFraming framing(bounds);
  REQUIRE(framing.take(head("Transfer-Encoding: Chunked\r\n") +
                       "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nX: y\r\n\r\n") == State::kComplete);
  const auto request = framing.release();
  CHECK(request.body == "abc0123456789");
  CHECK(request.head == "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 13\r\n\r\n");
}

TEST_CASE("However the bytes are cut, the same requests come out") {
  const std::string stream = "\r\n" + head("Transfer-Encoding: chunked\r\nX-A:  b \r\n") +
                             "5\r\nhello\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n" +
                             head("Content-Length: 4\r\nConnection: close\r\n") + "body" +
                             head("", "DELETE");
  const auto all = [&stream](auto next_size) {
    const auto bounds = limits();
    RequestFraming framing(bounds);
    std::string seen;
    for (std::size_t at = 0; at < stream.size();) {
      const std::size_t size = std::min(next_size(), stream.size() - at);
      framing.take(std::string_view(stream).substr(at, size));
      at += size;
      while (framing.state() == State::kComplete) {
        const auto request = framing.release();
        seen += request.head + "|" + request.body + (request.keep_alive ? "|k\n" : "|c\n");
      }
    }
    CHECK(framing.state() == State::kEmpty);
    return seen;
  };
  const std::string expected = all([&stream] { return stream.size(); });
  CHECK(expected.find("hello0123456789abcdef|k") != std::string::npos);
  CHECK(expected.find("body|c") != std::string::npos);
  CHECK(all([] { return std::size_t{1}; }) == expected);
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 200; ++round) {
    CHECK(all([&random] { return std::size_t{1} + random() % 40; }) == expected);
  }
}

TEST_CASE("Whatever bytes come, what is kept is bounded and nothing breaks") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string alphabet =
      "GET /x HTTP/1.1\r\n\r\nHost: a\r\nContent-Length: 5\r\n"
      "Transfer-Encoding: chunked\r\n0;\t,%";
  for (int round = 0; round < 2000; ++round) {
    const auto bounds = limits();
    RequestFraming framing(bounds);
    for (int part = 0; part < 20; ++part) {
      std::string bytes =
          part == 0 ? head(round % 2 == 0 ? "Transfer-Encoding: chunked\r\n" : "") : std::string();
      for (auto left = random() % 50; left > 0; --left) {
        const auto at = random() % alphabet.size();
        bytes += alphabet.substr(at, 1 + random() % 8);
      }
      framing.take(bytes);
      while (framing.state() == State::kComplete) framing.release();
    }
    CHECK(framing.held() <= bounds.head + kMostBody + 64 * 1024);
  }
}

TEST_CASE("The sender who waits for 100 Continue is seen once, and only before the body") {
  const auto bounds = limits();
  RequestFraming framing(bounds);
  framing.take(head("Content-Length: 2\r\nExpect: 100-Continue\r\n"));
  CHECK(framing.take_wish_to_continue());
  CHECK_FALSE(framing.take_wish_to_continue());
  CHECK(framing.take("ab") == State::kComplete);
  CHECK(framing.release().head.find("Expect") == std::string::npos);

  framing.take(head("Content-Length: 2\r\nExpect: 100-continue\r\n") + "ab");
  CHECK_FALSE(framing.take_wish_to_continue());
}

TEST_CASE("Only HTTP/1.1 without close keeps the connection") {
  const auto keeps = [](std::string_view version, std::string_view lines) {
    const auto bounds = limits();
    RequestFraming framing(bounds);
    framing.take("GET / " + std::string(version) + "\r\nHost: a\r\n" + std::string(lines) + "\r\n");
    REQUIRE(framing.state() == State::kComplete);
    return framing.release().keep_alive;
  };
  CHECK(keeps("HTTP/1.1", ""));
  CHECK_FALSE(keeps("HTTP/1.1", "Connection: TE, Close\r\n"));
  CHECK_FALSE(keeps("HTTP/1.0", ""));
  CHECK_FALSE(keeps("HTTP/1.0", "Connection: keep-alive\r\n"));
}

TEST_CASE("What has no proper form is refused with its status") {
  const auto check = [](std::string_view bytes, int status) {
    CAPTURE(bytes);
    CHECK(refused(bytes) == status);
  };
  // The request line.
  check("\x16\x03\x01", 400);  // TLS speaks
  check("get / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  check("GET /\r\nHost: a\r\n\r\n", 400);
  check("GET  / HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  check("GET / x HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  check("GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  check("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  check("GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  check(std::string_view("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 28), 400);
  check("GET /\xC3\xA9 HTTP/1.1\r\nHost: a\r\n\r\n", 400);
  check("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 501);
  check("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505);
  check("GET / ABCD/1.1\r\nHost: a\r\n\r\n", 400);
  // Header lines.
  check("GET / HTTP/1.1\r\n\r\n", 400);  // no Host
  check("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400);
  check("GET / HTTP/1.1\r\nHost: a%2eb\r\n\r\n", 400);
  check(head("Name\r\n"), 400);
  check(head("Name : x\r\n"), 400);
  check(head(": x\r\n"), 400);
  check(head("A: b\r\n c\r\n"), 400);  // a folded line
  check(head("A: b\nC: d\r\n"), 400);
  check(head(std::string("A: b") + '\0' + "\r\n"), 400);
  check(head("Expect: magic\r\n"), 417);
  // The body's length.
  check(head("Content-Length: 5\r\nContent-Length: 5\r\n"), 400);
  check(head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400);
  check(head("Content-Length: -1\r\n"), 400);
  check(head("Content-Length: +1\r\n"), 400);
  check(head("Content-Length: 1, 1\r\n"), 400);
  check(head("Content-Length: 99999999999999999999999\r\n"), 400);
  check(head("Content-Length: 1001\r\n"), 413);
  check(head("Transfer-Encoding: gzip, chunked\r\n"), 501);
  check("POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
  // Chunks.
  const std::string chunked = head("Transfer-Encoding: chunked\r\n");
  check(chunked + "x\r\n", 400);
  check(chunked + "\r\n", 400);
  check(chunked + "-1\r\n", 400);
  check(chunked + "0x5\r\n", 400);
  check(chunked + "3\r\nabcd\r\n", 400);
  check(chunked + "3E9\r\n", 413);
  check(chunked + "FFFFFFFFFFFFFFFF\r\n", 413);
  check(chunked + "FFFFFFFFFFFFFFFFF\r\n", 400);
  check(chunked + "1;" + std::string(300, 'x'), 400);
  check(
      chunked + "0\r\n" +
          [] {
            std::string trailers;
            for (int i = 0; i < 50; ++i) trailers += "X: " + std::string(100, 'y') + "\r\n";
            return trailers;
          }(),
      400);
}

TEST_CASE("Sizes are refused just beyond their bounds and taken at them") {
  const auto bounds = limits();
  const std::string fixed = "GET / HTTP/1.1\r\nHost: a\r\n";
  const auto headers = [](std::size_t count) {
    std::string lines;
    for (std::size_t i = 0; i < count; ++i) lines += "A: b\r\n";
    return lines;
  };
  CHECK(refused(fixed + headers(bounds.headers - 1) + "\r\n") == 0);
  CHECK(refused(fixed + headers(bounds.headers) + "\r\n") == 431);
  CHECK(refused(fixed + "A: " + std::string(bounds.target - 3, 'b') + "\r\n\r\n") == 0);
  CHECK(refused(fixed + "A: " + std::string(bounds.target - 2, 'b') + "\r\n\r\n") == 431);
  const auto get = [](std::size_t size) {
    return "GET /" + std::string(size - 1, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n";
  };
  CHECK(refused(get(bounds.target)) == 0);
  CHECK(refused(get(bounds.target + 1)) == 414);
  CHECK(refused("GET /" + std::string(bounds.head + 1, 'x')) == 431);  // no end in sight
  CHECK(refused(head("Content-Length: 1000\r\n")) == 0);
}

TEST_CASE("Headers about the connection, ranges and empty values are not handed on") {
  const auto bounds = limits();
  RequestFraming framing(bounds);
  framing.take(head("Connection: x\r\nRange: bytes=0-\r\nUpgrade: h2c\r\nA:\r\nB: c\r\n", "GET"));
  REQUIRE(framing.state() == State::kComplete);
  CHECK(framing.release().head == "GET /x HTTP/1.1\r\nHost: localhost\r\nB: c\r\n\r\n");
}

TEST_CASE("A long body lies on the disk, so that many at once take next to no memory") {
  constexpr std::size_t kLong = std::size_t{16} * 1024 * 1024;
  constexpr std::size_t kPiece = std::size_t{64} * 1024;
  constexpr int kAtOnce = 8;
  const pilah::tests::TemporaryFolder folder;
  const auto room = std::make_shared<SpoolRoom>(kAtOnce * kLong);
  FramingLimits bounds;
  bounds.body = [](std::string_view, std::string_view) { return kLong; };
  bounds.spool = [&] { return std::make_shared<BodySpool>(folder.path(), room); };
  std::vector<std::unique_ptr<RequestFraming>> uploads;
  const bool chunked = GENERATE(false, true);
  const std::string way = chunked ? "Transfer-Encoding: chunked\r\n"
                                  : "Content-Length: " + std::to_string(kLong) + "\r\n";
  for (int i = 0; i < kAtOnce; ++i) {
    uploads.push_back(std::make_unique<RequestFraming>(bounds));
    uploads.back()->take(head(way));
  }
  const std::string end = chunked ? "\r\n" : "";
  std::size_t most = 0;
  for (std::size_t sent = 0; sent < kLong; sent += kPiece) {
    std::size_t held = 0;
    for (std::size_t i = 0; i < uploads.size(); ++i) {
      const std::string bytes(kPiece, static_cast<char>('a' + i));
      uploads[i]->take((chunked ? "10000\r\n" : "") + bytes + end);
      held += uploads[i]->held();
    }
    most = std::max(most, held);
  }
  if (chunked) {
    for (auto& upload : uploads) upload->take("0\r\n\r\n");
  }
  CHECK(most <= kAtOnce * (kPiece + 1024));
  CHECK(room->used() == kAtOnce * kLong);
  CHECK(std::filesystem::is_empty(folder.path()));  // it has no name that could be left behind
  {
    REQUIRE(uploads[1]->state() == State::kComplete);
    const auto request = uploads[1]->release();
    CHECK(request.body.empty());
    REQUIRE(request.spooled);
    CHECK(request.spooled->size() == kLong);
    std::string buffer(kPiece, ' ');
    CHECK(request.spooled->read(kLong - 10, buffer.data(), buffer.size()) == std::string(10, 'b'));
    CHECK(request.spooled->read(kLong, buffer.data(), buffer.size()).empty());
  }
  uploads.clear();  // the rest is aborted
  CHECK(room->used() == 0);
}

TEST_CASE("A body that the disk has no room for is refused, and what it took is free again") {
  const pilah::tests::TemporaryFolder folder;
  const auto room = std::make_shared<SpoolRoom>(std::size_t{100} * 1024);
  FramingLimits bounds;
  bounds.body = [](std::string_view, std::string_view) { return std::size_t{2} * 1024 * 1024; };
  const bool there = GENERATE(true, false);
  bounds.spool = [&] {
    return std::make_shared<BodySpool>(there ? folder.path() : folder.path() / "gone", room);
  };
  RequestFraming framing(bounds);
  framing.take(head("Content-Length: 200000\r\n") + std::string(60'000, 'x'));
  CHECK(room->used() == 0);  // a short one stays in memory
  framing.take(std::string(140'000, 'x'));
  REQUIRE(framing.state() == State::kRefused);
  CHECK(framing.refusal().status == 503);
  CHECK(room->used() == 0);
}
