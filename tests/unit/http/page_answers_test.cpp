#include "pilah/http/pages/page_answers.hpp"

#include "support/catch.hpp"

using namespace pilah::http;

TEST_CASE("HTML is asked for by name") {
  for (const char* accept : {"text/html", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8",
                             "application/json, text/html;q=0.5"}) {
    CAPTURE(accept);
    CHECK(asks_for_html(accept));
  }
  for (const char* accept :
       {"", "*/*", "text/*", "image/avif,image/webp,*/*;q=0.8", "application/json", "text/htmlx"}) {
    CAPTURE(accept);
    CHECK_FALSE(asks_for_html(accept));
  }
}
