// The one-time links of a list as a page to print and hand out: a card per account, with
// a QR code. Self-contained HTML: it needs no network and tells nobody.
#pragma once

#include <string>
#include <vector>

#include "pilah/catalogue/sentences.hpp"
#include "pilah/registry/people/account_list.hpp"

namespace pilah::registry {

/// `host`: the address by which the host is reached, e.g. "https://pilah.example.go.id".
/// Rows without a link are left out.
std::string link_cards(const std::vector<AccountRow>& rows, const std::string& host,
                       const catalogue::Sentences& sentences, catalogue::Language language);

}  // namespace pilah::registry
