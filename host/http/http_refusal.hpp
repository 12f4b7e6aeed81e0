// What only HTTP can refuse: a wrong content type, a missing If-Match, an
// unknown address. Everything else is a catalogue::Refusal.
#pragma once

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/message.hpp"

namespace pilah::http {

/// Carries the status itself and the headers that belong to it (Allow, Accept-Patch).
class HttpRefusal : public std::exception {
 public:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  HttpRefusal(int status, catalogue::Message message, Headers headers = {},
              boost::json::object members = {})
      : status_(status),
        message_(std::move(message)),
        headers_(std::move(headers)),
        members_(std::move(members)) {}

  int status() const noexcept { return status_; }
  const catalogue::Message& message() const noexcept { return message_; }
  const Headers& headers() const noexcept { return headers_; }
  /// What the problem document says beside its own members.
  const boost::json::object& members() const noexcept { return members_; }
  const char* what() const noexcept override { return message_.kind.c_str(); }

 private:
  int status_;
  catalogue::Message message_;
  Headers headers_;
  boost::json::object members_;
};

}  // namespace pilah::http
