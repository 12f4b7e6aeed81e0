#include "faults/http/tiny_routes.hpp"

#include <stdexcept>
#include <utility>

namespace pilah::tests {

using http::PathValues;
using http::Request;
using http::Response;

namespace {

Response plain(std::string body) {
  Response response;
  response.content_type = "text/plain";
  response.body = std::move(body);
  return response;
}

}  // namespace

std::unique_ptr<http::RouteTable> tiny_routes(Gate& gate) {
  auto table = std::make_unique<http::RouteTable>();
  const auto wait = [&gate](const Request&, const PathValues&) {
    ++gate.waiting;
    gate.waiting.notify_all();
    gate.opened.wait();
    return plain("opened");
  };
  table->add({"GET", "/ping", [](const Request&, const PathValues&) { return plain("pong"); }});
  table->add({"GET", "/large/{size}", [](const Request&, const PathValues& values) {
                return plain(std::string(std::stoul(values[0]), 'x'));
              }});
  table->add({"POST", "/echo",
              [](const Request& request, const PathValues&) { return plain(request.body); }});
  table->add({"GET", "/throw", [](const Request&, const PathValues&) -> Response {
                throw std::runtime_error("the password is secret");
              }});
  table->add({"GET", "/wait", wait});
  table->add({"GET", "/long", wait, http::Lane::kLong});
  return table;
}

}  // namespace pilah::tests
