// Holds what the server answers against the description that it serves.
#pragma once

#include <string>
#include <string_view>

#include <boost/json/object.hpp>

#include "contract/http/socket_client.hpp"

namespace pilah::tests {

/// A server's openapi.json. Immutable.
class DescribedApi {
 public:
  explicit DescribedApi(boost::json::object document);

  const boost::json::object& document() const { return document_; }

  /// The operation that answers there; null: nothing is described there.
  const boost::json::object* operation(std::string_view method, std::string_view target) const;

  /// What of the answer is not as described: its status, its media type, its document.
  /// Empty: nothing, or nothing is described there.
  std::string errors(std::string_view method, std::string_view target,
                     const ClientResponse& response) const;

 private:
  boost::json::value root_;
  const boost::json::object& document_;
};

}  // namespace pilah::tests
