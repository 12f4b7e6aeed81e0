#include "pilah/registry/documents/account_rows.hpp"

#include <array>
#include <cstdint>
#include <string>

#include <boost/json.hpp>

#include "pilah/registry/documents/account.hpp"
#include "pilah/registry/people/qr_picture.hpp"

namespace pilah::registry {
namespace {

constexpr std::array<const char*, 4> kFates = {"added", "updated", "unchanged", "rejected"};

boost::json::object row_document(const AccountRow& row, std::string_view address,
                                 const catalogue::Sentences& sentences,
                                 catalogue::Language language) {
  boost::json::object told;
  if (row.row > 0) told["row"] = row.row;
  told["fate"] = kFates[static_cast<std::size_t>(row.fate)];
  if (!row.organisation.empty()) told["organisation"] = row.organisation;
  if (row.account) told["account"] = account_document(*row.account);
  if (row.link) {
    const auto link = link_document(*row.link);
    for (const auto& member : link) told[member.key()] = member.value();
    if (!address.empty()) {
      told["qr_svg"] = qr_svg(std::string(address) + link_path(row.link->secret));
    }
  }
  if (!row.reasons.empty()) {
    boost::json::array reasons;
    for (const auto& reason : row.reasons) {
      reasons.push_back({{"kind", reason.kind}, {"text", sentences.say(reason, language)}});
    }
    told["reasons"] = std::move(reasons);
  }
  return told;
}

}  // namespace

boost::json::object account_rows_document(const std::vector<AccountRow>& rows,
                                          std::string_view address,
                                          const catalogue::Sentences& sentences,
                                          catalogue::Language language) {
  std::array<std::int64_t, kFates.size()> counts{};
  std::int64_t links = 0;
  boost::json::array told;
  for (const auto& row : rows) {
    ++counts[static_cast<std::size_t>(row.fate)];
    links += row.link ? 1 : 0;
    told.push_back(row_document(row, address, sentences, language));
  }
  boost::json::object document;
  for (std::size_t i = 0; i < kFates.size(); ++i) document[kFates[i]] = counts[i];
  document["links"] = links;
  document["rows"] = std::move(told);
  return document;
}

}  // namespace pilah::registry
