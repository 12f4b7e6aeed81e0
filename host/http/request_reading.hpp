// Reading what a request brings: its document and its query.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/http/exchange.hpp"

namespace pilah::http {

enum class DocumentKind {
  kWhole,  ///< application/json
  kPatch,  ///< application/merge-patch+json (RFC 7396), or application/json
};

/// The request's JSON object. Throws HttpRefusal(415) for another content type,
/// Refusal(kInvalid) for a body that is no JSON object.
boost::json::object document_of(const Request& request, DocumentKind kind);

/// The parameters of a request's address, each known by name: a misspelt filter
/// must not pass for an empty one.
class Query {
 public:
  /// Throws HttpRefusal(400) for a parameter that is not among `known`, or no text.
  Query(const Request& request, const std::vector<std::string_view>& known);

  /// All values of `name`: given several times, or separated by commas.
  std::vector<std::string> all(std::string_view name) const;
  /// Throws HttpRefusal(400) when it is given twice.
  std::optional<std::string> one(std::string_view name) const;
  /// "true" or "false"; throws HttpRefusal(400) for another word.
  std::optional<bool> yes_or_no(std::string_view name) const;
  /// Throws HttpRefusal(400) for another text than a number from `low` to `high`.
  std::size_t number(std::string_view name, std::size_t otherwise, std::size_t low,
                     std::size_t high) const;

 private:
  const Request& request_;
};

}  // namespace pilah::http
