#include "pilah/http/library/request_engine.hpp"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <utility>

namespace pilah::http {
namespace {

/// A request to read from and a response to write to, both in memory.
class MemoryStream : public httplib::Stream {
 public:
  explicit MemoryStream(std::string_view input) : input_(input) {}

  std::string take_output() { return std::move(output_); }

  bool is_readable() const override { return !input_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, std::size_t size) override {
    const std::size_t count = std::min(size, input_.size());
    std::memcpy(to, input_.data(), count);
    input_.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* from, std::size_t size) override {
    output_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  std::string_view input_;
  std::string output_;
};

/// The values of all lines of that name: to a recipient they are one list.
std::string joined(const httplib::Request& request, const char* name) {
  std::string values;
  for (std::size_t i = 0; i < request.get_header_value_count(name); ++i) {
    values += (i == 0 ? "" : ", ") + request.get_header_value(name, i);
  }
  return values;
}

/// 304 has no body, and says nothing about the length of the one it stands for.
bool has_no_length(int status) { return status == 304 || status == 204; }

}  // namespace

RequestEngine::RequestEngine(Answer answer) : answer_(std::move(answer)) {
  // Every request is answered here; the library's routes, one regular
  // expression after the other, are not used.
  server_.set_pre_routing_handler([this](const httplib::Request&, httplib::Response& response) {
    give(response);
    return httplib::Server::HandlerResponse::Handled;
  });
  server_.set_post_routing_handler(
      [this](const httplib::Request& request, httplib::Response& response) {
        // Promises that the front does not make.
        response.headers.erase("Keep-Alive");
        response.headers.erase("Accept-Ranges");
        if (has_no_length(response.status)) response.headers.erase("Content-Length");
        if (!framed_response_.stream) return;
        response.headers.erase("Content-Length");
        if (request.method == "HEAD") {
          framed_response_.stream.reset();
        } else if (request.version == "HTTP/1.1") {
          framed_response_.is_chunked = true;
          response.set_header("Transfer-Encoding", "chunked");
          response.body = chunk_of(response.body);
        } else {
          framed_response_.closes = true;
        }
      });
}

FramedResponse RequestEngine::process(FramedRequest framed) {
  framed_ = std::move(framed);
  framed_response_ = {};
  framed_response_.closes = !framed_.keep_alive;
  MemoryStream stream(framed_.head);
  server_.process(stream, framed_response_.closes,
                  [this](httplib::Request& request) { take(request); });
  framed_response_.bytes = stream.take_output();
  return std::move(framed_response_);
}

void RequestEngine::take(httplib::Request& request) {
  request_ = {};
  request_.method = request.method;
  request_.path = request.target.substr(0, request.target.find('?'));
  request_.query.assign(request.params.begin(), request.params.end());
  request_.host = request.get_header_value("Host");
  request_.origin = request.get_header_value("Origin");
  request_.content_type = request.get_header_value("Content-Type");
  request_.content_encoding = request.get_header_value("Content-Encoding");
  request_.accept_language = request.get_header_value("Accept-Language");
  request_.accept_encoding = request.get_header_value("Accept-Encoding");
  request_.if_match = request.get_header_value("If-Match");
  request_.if_none_match = request.get_header_value("If-None-Match");
  request_.authorization = request.get_header_value("Authorization");
  request_.csrf_token = request.get_header_value("X-CSRF-Token");
  request_.cookie = request.get_header_value("Cookie");
  request_.idempotency_key = request.get_header_value("Idempotency-Key");
  request_.accept = joined(request, "Accept");
  request_.last_event_id = request.get_header_value("Last-Event-ID");
  request_.x_forwarded_for = joined(request, "X-Forwarded-For");
  request_.forwarded = joined(request, "Forwarded");
  request_.id = request.get_header_value("X-Request-Id");
  request_.peer = std::move(framed_.peer);
  request_.body = std::move(framed_.body);
  request_.spooled = std::move(framed_.spooled);
  // The library would compress by Brotli's slowest level and leave the ETag as
  // it is; compression.hpp does it instead.
  request.headers.erase("Accept-Encoding");
}

void RequestEngine::give(httplib::Response& response) {
  Response answered = answer_(std::move(request_));
  framed_response_.stream = std::move(answered.stream);
  response.status = answered.status;
  for (const auto& [name, value] : answered.headers) response.set_header(name.c_str(), value);
  if (!answered.content_type.empty()) response.set_header("Content-Type", answered.content_type);
  response.body = std::move(answered.body);
}

}  // namespace pilah::http
