// What a route does, told to whoever builds on the API: the source of openapi.json.
//
// Its words lie in registry-data/messages/api.json: the summary under "api.ID", each
// query parameter under "api.parameter.NAME" (or "api.parameter.ID.NAME" where one name
// means something else there). What follows from the method and the path is not said
// here: places in the path, If-Match, ETag, 304, the errors that every such route has.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "pilah/http/description/schema.hpp"

namespace pilah::http {

struct QueryParameter {
  std::string name;
  schema::Schema schema;
  bool repeats = false;  ///< may be given several times, or several values behind commas
};

/// One successful answer.
struct Answer {
  int status = 200;
  std::string media_type = "application/json";  ///< empty: nothing comes with it
  /// Name of a schema of schemas(); empty: it is no JSON.
  std::string schema;
};

inline Answer gives(std::string schema, int status = 200) {
  return {status, "application/json", std::move(schema)};
}
/// 204: done, and there is nothing to say.
inline Answer gives_nothing() { return {204, "", ""}; }

/// Who may call it.
enum class Access {
  kOpen,    ///< anybody; who signs in sees more
  kSigned,  ///< with a session or a token
};

struct Operation {
  std::string id;     ///< unique, e.g. "listInnovations": what generated clients call it
  std::string group;  ///< of operations, e.g. "innovations"
  std::vector<QueryParameter> query = {};
  std::string takes = {};  ///< name of the schema of its body; empty: it takes none
  std::vector<Answer> answers = {};
  Access access = Access::kOpen;
  std::vector<int> refusals = {};  ///< statuses that only this one has
  /// Of the operation whose list this one gives as a file; its sentence is said here, too.
  std::string list_of = {};
  /// Changes what was read: If-Match is demanded, as of every PATCH.
  bool from_revision = false;
  /// The same where there is something already; what is the first goes without.
  bool from_revision_if_any = false;
  /// Its body is a file as it is, of whatever type.
  bool takes_file = false;
};

}  // namespace pilah::http
