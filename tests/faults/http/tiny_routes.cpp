#include "faults/http/tiny_routes.hpp"

#include <chrono>
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

/// So many pieces of a hundred kilobytes.
class Pieces : public http::BodyStream {
 public:
  explicit Pieces(std::size_t count) : left_(count) {}
  State next(std::string& piece) override {
    if (left_ == 0) return State::kEnd;
    piece.append(100'000, 'x');
    return --left_ == 0 ? State::kEnd : State::kMore;
  }

 private:
  std::size_t left_;
};

/// Says nothing until the gate is opened, then ends.
class Quiet : public http::BodyStream {
 public:
  explicit Quiet(Gate& gate) : gate_(gate) { ++gate_.streams; }
  ~Quiet() override {
    --gate_.streams;
    gate_.streams.notify_all();
  }
  State next(std::string& piece) override {
    if (gate_.opened.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
      return State::kLater;
    }
    piece = "last";
    return State::kEnd;
  }

 private:
  Gate& gate_;
};

class Breaks : public http::BodyStream {
 public:
  State next(std::string&) override { throw std::runtime_error("the disk is gone"); }
};

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
  const auto streamed = [](std::shared_ptr<http::BodyStream> stream) {
    auto response = plain("first;");
    response.stream = std::move(stream);
    return response;
  };
  table->add({"GET", "/pieces/{count}", [streamed](const Request&, const PathValues& values) {
                return streamed(std::make_shared<Pieces>(std::stoul(values[0])));
              }});
  table->add({"GET", "/quiet", [streamed, &gate](const Request&, const PathValues&) {
                return streamed(std::make_shared<Quiet>(gate));
              }});
  table->add({"GET", "/breaks", [streamed](const Request&, const PathValues&) {
                return streamed(std::make_shared<Breaks>());
              }});
  table->add({"GET", "/wait", wait});
  table->add({"GET", "/long", wait, http::Lane::kLong});
  return table;
}

}  // namespace pilah::tests
