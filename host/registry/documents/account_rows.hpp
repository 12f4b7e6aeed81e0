// What became of a list of accounts, as HTTP tells of it.
#pragma once

#include <string_view>
#include <vector>

#include <boost/json/object.hpp>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/people/account_list.hpp"

namespace pilah::registry {

/// {"added", "updated", "unchanged", "rejected", "links", "rows": [{"row", "fate",
/// "organisation", "account", "link", "expires", "qr_svg", "reasons": [{"kind", "text"}]}]};
/// what is empty is left out. `address`: that of the host, for codes that are scanned from
/// paper; empty: there are none.
boost::json::object account_rows_document(const std::vector<AccountRow>& rows,
                                          std::string_view address,
                                          const catalogue::Sentences& sentences,
                                          catalogue::Language language);

}  // namespace pilah::registry
