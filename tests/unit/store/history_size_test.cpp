#include "bench/store/busy_year.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace pilah::tests;

// 40 agencies with 20 innovations each, one revision of each on 250 working days, are
// 200,000 revisions: 500 bytes each make 100 MB. The bench makes all of them.
TEST_CASE("The history of a busy year stays below 500 bytes a revision") {
  const TemporaryFolder folder;
  const BusyYear year{2, 10, 100};
  const auto size = make_year(folder.path(), year);
  CAPTURE(size.revisions, size.history_bytes);
  CHECK(size.revisions == 2 * 10 * 100);
  CHECK(size.history_bytes / size.revisions < 500);
}
