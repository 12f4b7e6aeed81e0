#include "pilah/registry/columns/column_fields.hpp"

#include <algorithm>

#include "pilah/catalogue/publication.hpp"
#include "pilah/plugin/wire/column_table.hpp"
#include "support/catch.hpp"

using namespace pilah;
using registry::CountedValues;
using registry::fields_behind;

using Fields = std::vector<std::string_view>;

TEST_CASE("Of every column of the SDK is known from which fields it is read") {
  for (const auto& kind : plugin::innovation_columns()) {
    CAPTURE(kind.id);
    CHECK(registry::is_known_column(kind.id));
  }
}

TEST_CASE("What a column is read from is a field that a region can open, or the judgements") {
  const auto has = [](const auto& all, std::string_view field) {
    return std::ranges::find(all, field) != all.end();
  };
  for (const auto& kind : plugin::innovation_columns()) {
    for (const auto field : fields_behind(kind.id, CountedValues::kVerified)) {
      CAPTURE(kind.id, field);
      CHECK((field == registry::kJudgements || has(catalogue::kAlwaysPublic, field) ||
             has(catalogue::kUsuallyPublic, field) || has(catalogue::kUsuallyClosed, field)));
    }
  }
}

TEST_CASE("Money, readiness and panels are behind the columns that tell of them") {
  CHECK(fields_behind("budget_total", CountedValues::kClaimed) == Fields{"budgets"});
  CHECK(fields_behind("funded_beyond_apbd", CountedValues::kClaimed) == Fields{"budgets"});
  CHECK(fields_behind("readiness_struktur", CountedValues::kClaimed) == Fields{"readiness"});
  CHECK(fields_behind("assessed_felt", CountedValues::kClaimed) == Fields{registry::kJudgements});
  CHECK(fields_behind("assessed_felt_spread", CountedValues::kClaimed) ==
        Fields{registry::kJudgements});
}

TEST_CASE("Where only what is verified counts a claim shows whether it has evidence") {
  CHECK(fields_behind("benefit", CountedValues::kClaimed) == Fields{"benefit"});
  CHECK(fields_behind("benefit", CountedValues::kVerified) == Fields{"benefit", "evidence"});
  CHECK(fields_behind("indicators", CountedValues::kVerified) == Fields{"indicators", "evidence"});
  CHECK(fields_behind("stage", CountedValues::kVerified) == Fields{"stage"});
}

TEST_CASE("A column that the SDK does not know is read from nothing") {
  CHECK(fields_behind("no_such_column", CountedValues::kVerified).empty());
  CHECK_FALSE(registry::is_known_column("no_such_column"));
}
