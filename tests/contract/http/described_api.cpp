#include "contract/http/described_api.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include "support/json_schema.hpp"

namespace pilah::tests {
namespace {

std::vector<std::string> segments_of(std::string_view path) {
  std::istringstream in{std::string(path) + '/'};  // an empty last one is one, too
  std::vector<std::string> segments;
  for (std::string segment; std::getline(in, segment, '/');) segments.push_back(segment);
  return segments;
}

bool fits(std::string_view pattern, std::string_view path) {
  const auto wanted = segments_of(pattern);
  const auto given = segments_of(path);
  return std::equal(wanted.begin(), wanted.end(), given.begin(), given.end(),
                    [](const std::string& want, const std::string& has) {
                      return want == has || (!want.empty() && want.front() == '{');
                    });
}

}  // namespace

DescribedApi::DescribedApi(boost::json::object document)
    : root_(std::move(document)), document_(root_.as_object()) {}

const boost::json::object* DescribedApi::operation(std::string_view method,
                                                   std::string_view target) const {
  std::string name(method == "HEAD" ? "GET" : method);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const std::string_view path = target.substr(0, target.find('?'));
  const boost::json::object* found = nullptr;
  for (const auto& [pattern, operations] : document_.at("paths").as_object()) {
    if (pattern != path && !fits(pattern, path)) continue;
    if (const auto* one = operations.as_object().if_contains(name)) {
      found = &one->as_object();
      if (pattern == path) break;  // rather the address itself than a pattern for it
    }
  }
  return found;
}

std::string DescribedApi::errors(std::string_view method, std::string_view target,
                                 const ClientResponse& response) const {
  const auto* described = operation(method, target);
  if (!described) return {};
  const auto* answer =
      described->at("responses").as_object().if_contains(std::to_string(response.status));
  if (!answer) return "the status " + std::to_string(response.status) + " is not described";
  const auto* content = answer->as_object().if_contains("content");
  if (!content) return response.body.empty() ? "" : "no body is described";
  const auto type = response.headers.find("content-type");
  if (type == response.headers.end()) return "there is no Content-Type";
  const std::string media = type->second.substr(0, type->second.find(';'));
  const auto* form = content->as_object().if_contains(media);
  if (!form) return "the type " + media + " is not described";
  if (media.find("json") == std::string::npos || media == "application/x-ndjson") return {};
  if (response.headers.count("content-encoding") != 0 || method == "HEAD") return {};
  return schema_errors(boost::json::parse(response.body), form->as_object().at("schema"), root_);
}

}  // namespace pilah::tests
