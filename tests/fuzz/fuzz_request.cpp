// Any bytes on a connection are a request or are refused with a status; whatever a query,
// a path or a header says, reading it ends in values within their bounds or a refusal.
#include <string>
#include <string_view>

#include "pilah/catalogue/refusal.hpp"
#include "pilah/http/entity_tag.hpp"
#include "pilah/http/events/event_stream.hpp"
#include "pilah/http/front/request_framing.hpp"
#include "pilah/http/http_refusal.hpp"
#include "pilah/http/innovation_query.hpp"
#include "pilah/http/operation/client_address.hpp"
#include "pilah/http/operation/request_record.hpp"
#include "pilah/http/percent_encoding.hpp"
#include "pilah/http/route_table.hpp"
#include "pilah/http/tables/table_answer.hpp"
#include "target.hpp"

namespace pilah::http {
namespace {

using selection::fuzz::must;

/// Fed in two halves, a request ends where it ends when fed at once.
void check_framing(std::string_view bytes) {
  FramingLimits limits;
  limits.body = [](std::string_view, std::string_view) { return std::size_t{64 * 1024}; };
  RequestFraming whole(limits);
  RequestFraming halves(limits);
  whole.take(bytes);
  halves.take(bytes.substr(0, bytes.size() / 2));
  halves.take(bytes.substr(bytes.size() / 2));
  must(whole.state() == halves.state(), "how bytes are cut does not change what they are");
  if (whole.state() != RequestFraming::State::kComplete) return;
  const auto request = whole.release();
  must(request.head == halves.release().head, "how bytes are cut does not change the head");
  must(request.body.size() <= 64 * 1024, "a body is within its bound");
}

void check_query(std::string_view bytes) {
  Request request;
  request.path = "/api/v1/regions/13.11/innovations";
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find('&'), bytes.size());
    const auto pair = bytes.substr(0, end);
    const auto equals = std::min(pair.find('='), pair.size());
    request.query.emplace_back(pair.substr(0, equals),
                               pair.substr(std::min(equals + 1, pair.size())));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  try {
    take_mark(request);
    const auto filter = innovation_filter_of(request);
    must(filter.limit >= 1 && filter.limit <= 1'000, "a page is within its bounds");
  } catch (const HttpRefusal& refusal) {
    must(refusal.status() == 400, "a query is refused as such");
  } catch (const catalogue::Refusal&) {
  }
}

void check_headers(const std::string& text) {
  format_asked(text);
  names_tag(text, "\"1\"");
  demanded_revisions(text);
  event_id(text);
  const auto client = client_address("127.0.0.1", {"127.0.0.1"}, text, "");
  must(plain_address(client) == client, "a client's address is a plain one");
  const auto other = client_address("127.0.0.1", {"127.0.0.1"}, "", text);
  must(plain_address(other) == other, "a client's address is a plain one");
  must(request_id(text, [] { return std::string("made"); }).size() <= 64, "an id is short");
}

void check_path(std::string_view bytes) {
  RouteTable table;
  table.add({"GET", "/a/{b}/c", nullptr});
  try {
    const auto match = table.find("GET", bytes);
    if (!match.route) return;
    must(match.values.size() == 1 && is_text(match.values.front()), "a place's value is text");
    must(table.peek("GET", bytes) == match.route, "a route is the same before it is decoded");
  } catch (const HttpRefusal& refusal) {
    must(refusal.status() == 400, "a path is refused as such");
  }
}

}  // namespace
}  // namespace pilah::http

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  pilah::http::check_framing(text);
  pilah::http::check_query(text);
  pilah::http::check_headers(text);
  if (!text.empty() && text.front() == '/') pilah::http::check_path(text);
  return 0;
}
