#include "pilah/http/compression.hpp"

#include <zlib.h>

#include "support/catch.hpp"

using namespace pilah::http;

namespace {

std::string unzipped(const std::string& compressed) {
  z_stream stream{};
  REQUIRE(::inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string text(1 << 20, '\0');
  std::string input = compressed;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  REQUIRE(::inflate(&stream, Z_FINISH) == Z_STREAM_END);
  text.resize(stream.total_out);
  ::inflateEnd(&stream);
  return text;
}

}  // namespace

TEST_CASE("gzip is taken when its header says so") {
  for (const char* header : {"gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.5", "*", "x-gzip"}) {
    CAPTURE(header);
    CHECK(takes_gzip(header));
  }
  for (const char* header : {"", "br", "identity", "gzip;q=0", "gzip; q=0.0, *", "*;q=0"}) {
    CAPTURE(header);
    CHECK_FALSE(takes_gzip(header));
  }
}

TEST_CASE("A long body is compressed under a tag of its own, a short one goes as it is") {
  Response response;
  response.headers = {{"ETag", "\"17\""}};
  for (int i = 0; i < 1000; ++i) response.body += "{\"area\": \"health\"}, ";
  const std::string body = response.body;

  Response plain = response;
  compress(plain, "br");
  CHECK(plain.body == body);

  compress(response, "gzip");
  CHECK(response.body.size() < body.size() / 4);
  CHECK(unzipped(response.body) == body);
  CHECK(response.headers.front().second == "\"17-gzip\"");
  CHECK(response.headers.back() == std::pair<std::string, std::string>{"Content-Encoding", "gzip"});

  Response small;
  small.body = "{}";
  compress(small, "gzip");
  CHECK(small.body == "{}");
}
