// Which address and method leads where: one table, so that what is served can be
// listed, and held against the API's description.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/http/exchange.hpp"
#include "pilah/http/front/worker_pool.hpp"
#include "pilah/http/operation/rate_limiter.hpp"

namespace pilah::http {

/// The decoded values of a pattern's {places}, in their order.
using PathValues = std::vector<std::string>;

struct Operation;
struct TableForm;

struct Route {
  std::string method;
  std::string pattern;  ///< e.g. "/api/v1/regions/{code}/innovations"
  std::function<Response(const Request&, const PathValues&)> handler;
  /// None: by its method, quick for what reads and a change for all else.
  std::optional<Lane> lane = std::nullopt;
  std::size_t max_body = 1024 * 1024;       ///< bytes; 0 where a method brings none
  std::optional<Rate> rate = std::nullopt;  ///< how often one address may call it
  /// For openapi.json (description/operations.hpp); null: it is not described yet.
  std::shared_ptr<const Operation> about = nullptr;
  /// How its list becomes a table for whoever asks for one; null: it answers JSON alone.
  std::shared_ptr<const TableForm> table = nullptr;
};

/// Filled once, then any thread may read it.
class RouteTable {
 public:
  void add(Route route);
  /// Describes the route that was added with this method and pattern. Throws
  /// std::invalid_argument when there is none.
  void describe(std::string_view method, std::string_view pattern, Operation operation);
  /// Says how the list of that route becomes a table. Throws as describe() does.
  void tabulate(std::string_view method, std::string_view pattern, TableForm form);
  /// What answers a read at an address where no route lies; it is none of routes(), and
  /// throws HttpRefusal(404) where it has nothing either.
  void answer_elsewhere(Route route);
  const std::vector<Route>& routes() const { return routes_; }

  struct Match {
    const Route* route = nullptr;  ///< null: nothing lies at this path for this method
    PathValues values;
    std::vector<std::string> allowed;  ///< methods that lie at this path; empty: no such path
  };
  /// `path` as sent, without query. HEAD finds what GET finds. Throws
  /// HttpRefusal(400) for a path that does not decode to text.
  Match find(std::string_view method, std::string_view path) const;

  /// The same without decoding, before the body is read; null: no such route.
  const Route* peek(std::string_view method, std::string_view path) const;

 private:
  Route& added(std::string_view method, std::string_view pattern);

  std::vector<Route> routes_;
  std::vector<std::vector<std::string>> segments_;  // of each route's pattern
  std::optional<Route> elsewhere_;
};

}  // namespace pilah::http
