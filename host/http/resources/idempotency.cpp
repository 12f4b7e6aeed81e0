#include "pilah/http/resources/idempotency.hpp"

#include <algorithm>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

#include <boost/json.hpp>

#include "pilah/catalogue/json.hpp"
#include "pilah/http/body_pieces.hpp"
#include "pilah/http/resources/answering.hpp"
#include "pilah/registry/intake/file_digest.hpp"
#include "pilah/registry/requests.hpp"

namespace pilah::http {
namespace {

constexpr std::size_t kLongestKey = 255;

/// Requests that are carried out just now, by caller and key.
class UnderWay {
 public:
  using Name = std::pair<std::string, std::string>;

  /// False: it is under way already.
  bool begin(const Name& name) {
    const std::lock_guard lock(mutex_);
    return names_.insert(name).second;
  }
  void end(const Name& name) {
    const std::lock_guard lock(mutex_);
    names_.erase(name);
  }

 private:
  std::mutex mutex_;
  std::set<Name> names_;
};

class Turn {
 public:
  Turn(UnderWay& requests, UnderWay::Name name) : requests_(requests), name_(std::move(name)) {
    if (requests_.begin(name_)) return;
    throw HttpRefusal(409, {"http.key_under_way", {{"key", name_.second}}, ""},
                      {{"Retry-After", "1"}});
  }
  ~Turn() { requests_.end(name_); }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  UnderWay& requests_;
  UnderWay::Name name_;
};

void require_key(const std::string& key) {
  const bool fits = key.size() <= kLongestKey && std::all_of(key.begin(), key.end(), [](char c) {
                      return c >= '!' && c <= '~';
                    });
  if (fits) return;
  throw HttpRefusal(400, {"http.key_malformed", {{"largest", std::to_string(kLongestKey)}}, ""});
}

/// All that makes a request what it is.
std::string digest_of(const Request& request) {
  registry::PiecewiseDigest digest;
  const auto feed = [&digest](std::string_view text) {
    digest.feed(std::to_string(text.size()) + ':');
    digest.feed(text);
  };
  for (const auto* text :
       {&request.method, &request.path, &request.content_type, &request.if_match}) {
    feed(*text);
  }
  BodyPieces body(request);
  digest.feed(std::to_string(body.size()) + ':');
  for (auto piece = body.next(); !piece.empty(); piece = body.next()) digest.feed(piece);
  for (const auto& [name, value] : request.query) {
    feed(name);
    feed(value);
  }
  return std::move(digest).hexadecimal();
}

/// Only texts: the API answers POST with JSON.
std::string kept_form(const Response& response) {
  boost::json::array headers;
  for (const auto& [name, value] : response.headers) {
    headers.push_back(boost::json::array{name, value});
  }
  return boost::json::serialize(boost::json::object{{"status", response.status},
                                                    {"type", response.content_type},
                                                    {"headers", std::move(headers)},
                                                    {"body", response.body}});
}

Response answered_before(const std::string& kept) {
  const auto document = catalogue::parse_json(kept).as_object();
  Response response;
  response.status = document.at("status").to_number<int>();
  response.content_type = document.at("type").as_string();
  for (const auto& header : document.at("headers").as_array()) {
    response.headers.emplace_back(header.at(0).as_string(), header.at(1).as_string());
  }
  response.body = document.at("body").as_string();
  response.headers.emplace_back("Idempotency-Replayed", "true");
  return response;
}

Response again(const registry::DoneRequest& done, const std::string& key, const std::string& digest,
               AnswerIs answer) {
  if (done.digest != digest) throw HttpRefusal(422, {"http.key_reused", {{"key", key}}, ""});
  if (answer == AnswerIs::kToldOnce) {
    throw HttpRefusal(409, {"http.key_answer_secret", {{"key", key}}, ""});
  }
  if (done.answer) return answered_before(*done.answer);
  throw HttpRefusal(
      409, {"http.key_answer_lost",
            {{"key", key}, {"region", done.region}, {"revision", std::to_string(done.revision)}},
            ""});
}

}  // namespace

std::function<Response(const Request&, const PathValues&)> once(
    const registry::Environment& environment, CallerHandler handler, AnswerIs answer) {
  auto requests = std::make_shared<UnderWay>();
  return [&environment, handler = std::move(handler), requests, answer](const Request& request,
                                                                        const PathValues& values) {
    registry::Caller by = request.caller;
    const std::string& key = request.idempotency_key;
    if (key.empty()) return handler(by, request, values);
    require_key(key);
    const Turn turn(*requests, {by.actor, key});
    const auto digest = digest_of(request);
    if (const auto done = registry::done_request(environment, by, key)) {
      return again(*done, key, digest, answer);
    }
    by.request = catalogue::RequestKey{by.actor, key, digest};
    Response response = handler(by, request, values);
    if (answer == AnswerIs::kKept) registry::keep_answer(environment, by, kept_form(response));
    return response;
  };
}

}  // namespace pilah::http
