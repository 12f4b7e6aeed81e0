#include "backend.hpp"
#include "sample_records.hpp"
#include "support/catch.hpp"

namespace pilah::tests {
namespace {

std::vector<catalogue::Region> regions_in(store::Store& store) {
  std::vector<catalogue::Region> regions;
  store.read([&](store::Reader& reader) { regions = reader.regions(); });
  return regions;
}

TEST_CASE("A new database has no region and no revision") {
  const auto backend = make_backend();
  const auto store = backend->open();
  CHECK(regions_in(*store).empty());
  store->read([](store::Reader& reader) {
    CHECK(!reader.region(code("13.11")));
    CHECK(reader.revision(code("13.11")) == 0);
  });
}

TEST_CASE("A region is found as it was put, all come in the order of their codes") {
  const auto backend = make_backend();
  const auto store = backend->open();
  const catalogue::Region holding{catalogue::RegionCode::unknown(), "Daerah belum diketahui",
                                  catalogue::RegionKind::kUnknown, catalogue::TimeZone::kWit};
  store->write(kActor, [&](store::Writer& writer) {
    writer.put_region(buleleng());
    writer.put_region(holding);
    writer.put_region(solok_selatan());
    CHECK(writer.region(code("51.08")) == buleleng());
  });
  CHECK(regions_in(*store) == std::vector{holding, solok_selatan(), buleleng()});
  store->read(
      [](store::Reader& reader) { CHECK(reader.region(code("13.11")) == solok_selatan()); });
}

TEST_CASE("A region put again is renamed, keeps its records and gets no revision") {
  const auto backend = make_backend();
  const auto store = backend->open();
  put_regions(*store);
  const auto agency = organisation(1);
  put(*store, agency);
  auto renamed = solok_selatan();
  renamed.name = "Kab. Solok Selatan";
  store->write(kActor, [&](store::Writer& writer) { writer.put_region(renamed); });
  CHECK(regions_in(*store) == std::vector{renamed, buleleng()});
  CHECK(find(*store, agency)->record == agency);
  store->read([](store::Reader& reader) { CHECK(reader.revision(code("13.11")) == 1); });
  CHECK(store->verify().findings.empty());
}

}  // namespace
}  // namespace pilah::tests
