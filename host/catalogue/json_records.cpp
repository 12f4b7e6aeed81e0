// The JSON codec of every record, compiled here for all.
#include "pilah/catalogue/json.hpp"

namespace pilah::catalogue {

#define PILAH_COMPILED_HERE(Record)                                             \
  template boost::json::value to_json(const Record&, boost::json::storage_ptr); \
  template void read_json(const boost::json::value&, Record&, const std::string&);
PILAH_JSON_RECORDS(PILAH_COMPILED_HERE)
#undef PILAH_COMPILED_HERE

}  // namespace pilah::catalogue
