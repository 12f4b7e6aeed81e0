#include "pilah/http/problem.hpp"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

namespace pilah::http {
namespace {

using catalogue::Message;
using catalogue::Messages;
using catalogue::Refusal;
using catalogue::RefusalKind;

struct StatusName {
  int status;
  std::string_view phrase;
  std::string_view slug;  ///< of the problem's type, and of its title's kind
};

constexpr std::array kStatusNames{
    StatusName{400, "Bad Request", "malformed"},
    StatusName{401, "Unauthorized", "unauthenticated"},
    StatusName{403, "Forbidden", "forbidden"},
    StatusName{404, "Not Found", "not_found"},
    StatusName{405, "Method Not Allowed", "method_not_allowed"},
    StatusName{408, "Request Timeout", "too_slow"},
    StatusName{409, "Conflict", "conflict"},
    StatusName{412, "Precondition Failed", "stale"},
    StatusName{413, "Payload Too Large", "too_large"},
    StatusName{414, "URI Too Long", "too_large"},
    StatusName{415, "Unsupported Media Type", "unsupported_type"},
    StatusName{417, "Expectation Failed", "malformed"},
    StatusName{422, "Unprocessable Content", "invalid"},
    StatusName{428, "Precondition Required", "precondition_required"},
    StatusName{429, "Too Many Requests", "too_many_requests"},
    StatusName{431, "Request Header Fields Too Large", "too_large"},
    StatusName{500, "Internal Server Error", "internal"},
    StatusName{501, "Not Implemented", "malformed"},
    StatusName{503, "Service Unavailable", "unavailable"},
    StatusName{505, "HTTP Version Not Supported", "malformed"},
};

const StatusName& status_name(int status) {
  const auto found = std::find_if(kStatusNames.begin(), kStatusNames.end(),
                                  [status](const auto& name) { return name.status == status; });
  return found == kStatusNames.end() ? kStatusNames.front() : *found;
}

/// A problem must be readable by every client, whatever bytes a request brought.
std::string without_broken_utf8(std::string text) {
  boost::json::error_code error;
  boost::json::parse(boost::json::serialize(boost::json::string(text)), error);
  if (!error) return text;
  for (char& c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) c = '?';
  }
  return text;
}

}  // namespace

int status_of(const Refusal& refusal, bool in_query) {
  switch (refusal.kind()) {
    case RefusalKind::kInvalid: {
      const bool is_syntax = refusal.messages().front().kind == "json.syntax";
      return in_query || is_syntax ? 400 : 422;
    }
    case RefusalKind::kNotFound:
      return 404;
    case RefusalKind::kConflict:
      return 409;
    case RefusalKind::kStale:
      return 412;
    case RefusalKind::kForbidden:
      return 403;
    case RefusalKind::kUnavailable:
      return 503;
  }
  return 500;
}

std::string title_kind(int status) { return "http.title_" + std::string(status_name(status).slug); }

std::string_view reason_phrase(int status) { return status_name(status).phrase; }

Response problem(int status, const Messages& messages, std::string_view instance,
                 const catalogue::Sentences& sentences, catalogue::Language language,
                 const boost::json::object& members) {
  const std::string slug(status_name(status).slug);
  std::string type = slug;
  std::replace(type.begin(), type.end(), '_', '-');
  std::string detail;
  boost::json::array errors;
  for (const Message& message : messages) {
    const std::string sentence = without_broken_utf8(sentences.say(message, language));
    if (detail.empty()) detail = sentence;
    errors.push_back({{"pointer", without_broken_utf8(message.pointer)},
                      {"message", sentence},
                      {"kind", message.kind}});
  }
  if (messages.size() > 1) {
    const Message several{"http.several_errors", {{"count", std::to_string(messages.size())}}, ""};
    detail = sentences.say(several, language);
  }
  boost::json::object document{{"type", "urn:pilah:problem:" + type},
                               {"title", sentences.say({title_kind(status), {}, ""}, language)},
                               {"status", status},
                               {"detail", detail}};
  if (!instance.empty()) document["instance"] = instance;
  document["errors"] = std::move(errors);
  for (const auto& member : members) document[member.key()] = member.value();
  Response response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.headers = {
      {"Cache-Control", "no-store"},
      {"Content-Language", language == catalogue::Language::kEnglish ? "en" : "id"}};
  if (status == 503) response.headers.emplace_back("Retry-After", "2");
  response.body = boost::json::serialize(document);
  return response;
}

}  // namespace pilah::http
