#include "pilah/http/resources/answering.hpp"

#include <charconv>
#include <utility>

#include <boost/json.hpp>

#include "pilah/registry/regions.hpp"

namespace pilah::http {

Response json_response(int status, const boost::json::value& document) {
  return json_text_response(status, boost::json::serialize(document));
}

Response json_text_response(int status, std::string document) {
  Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = std::move(document);
  return response;
}

Response created(std::string location, const boost::json::value& document) {
  Response response = json_response(201, document);
  response.headers.emplace_back("Location", std::move(location));
  return response;
}

std::int64_t number_of_path(const std::string& text, const char* kind) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number < 1) {
    throw HttpRefusal(404, {kind, {{"number", text}}, ""});
  }
  return number;
}

catalogue::RegionCode region_of_path(const registry::Environment& environment,
                                     const std::string& code) {
  // One address per region: no bare digits, which could be another's number.
  if (!catalogue::RegionCode::parse(code)) {
    throw HttpRefusal(404, {"region.malformed_code", {{"code", code}}, ""});
  }
  try {
    return registry::chosen_region(environment, code);
  } catch (const catalogue::Refusal& refusal) {
    if (refusal.kind() != catalogue::RefusalKind::kInvalid) throw;
    throw HttpRefusal(404, refusal.messages().front());
  }
}

}  // namespace pilah::http
