// Which pages of other origins may read the API from a browser (CORS, Fetch standard).
//
// Never with cookies: such a page may send a token that somebody gave it, and cannot use
// a session. So a page of an allowed origin can do no more than any program can.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pilah/http/exchange.hpp"

namespace pilah::http {

class CrossOrigin {
 public:
  /// Origins as browsers send them ("https://dashboard.example"), or "*" for all.
  explicit CrossOrigin(std::vector<std::string> origins = {}) : origins_(std::move(origins)) {}

  bool allows(std::string_view origin) const;

  /// Adds to a response what lets the page of the request's origin read it.
  void open(const Request& request, Response& response) const;
  /// The same to the answer of a preflight (OPTIONS); its Allow header tells the methods.
  void open_preflight(const Request& request, Response& response) const;

 private:
  const std::vector<std::string> origins_;
};

}  // namespace pilah::http
