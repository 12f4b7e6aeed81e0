// Any bytes are a document or are refused with a place; an innovation or organisation that
// is read from one, and that may be stored, is written and read again as itself.
#include <string_view>

#include <boost/json.hpp>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/catalogue/json.hpp"
#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/catalogue/taxonomy.hpp"
#include "target.hpp"

namespace pilah::catalogue {
namespace {

using selection::fuzz::must;

bool is_storable(const Organisation&) { return true; }
/// What validate() would refuse is never written.
bool is_storable(const Innovation& innovation) {
  static const Taxonomy kTaxonomy = Taxonomy::read(
      R"({"dimensions": [{"key": "smart-living", "name": {"id": "a", "en": "b"}, "aliases": []}],
          "areas": [{"key": "health", "dimension": "smart-living", "name": {"id": "c", "en": "d"},
                     "aliases": []}], "level_words": {}})");
  for (const auto& message : validate(innovation, kTaxonomy)) {
    if (message.kind == "innovation.measured_without_date") return false;
  }
  return true;
}

template <class Record>
void check_record(const boost::json::value& document) {
  Record record;
  try {
    read_json(document, record);
  } catch (const Refusal& refusal) {
    must(!refusal.messages().empty(), "a refusal says why");
    return;
  }
  if (!is_storable(record)) return;
  record.region = *RegionCode::parse("13.11");  // which the host sets, as it sets the id
  const auto written = boost::json::serialize(to_json(record));
  must(from_json<Record>(parse_json(written)) == record, "a record survives its document");
}

}  // namespace
}  // namespace pilah::catalogue

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pilah::catalogue;
  boost::json::value document;
  try {
    document = parse_json({reinterpret_cast<const char*>(bytes), size});
  } catch (const Refusal& refusal) {
    pilah::selection::fuzz::must(refusal.messages().front().kind == "json.syntax",
                                 "a syntax error is one");
    return 0;
  }
  check_record<Innovation>(document);
  check_record<Organisation>(document);
  return 0;
}
