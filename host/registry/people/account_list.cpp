#include "pilah/registry/people/account_list.hpp"

#include <algorithm>
#include <map>

#include "pilah/catalogue/organisation.hpp"
#include "pilah/catalogue/refusal.hpp"
#include "pilah/registry/intake/cells.hpp"
#include "pilah/registry/intake/list_file.hpp"
#include "pilah/registry/intake/plain_text.hpp"
#include "pilah/registry/intake/unnamed_file.hpp"
#include "pilah/registry/people/accounts.hpp"
#include "pilah/registry/people/organisations.hpp"
#include "pilah/registry/people/rights.hpp"
#include "pilah/registry/regions.hpp"
#include "pilah/store/store.hpp"
#include "pilah/text/fold.hpp"

namespace pilah::registry {

using catalogue::Account;
using catalogue::Grant;
using catalogue::Message;
using catalogue::Organisation;
using catalogue::Refusal;
using catalogue::RefusalKind;
using catalogue::RegionCode;
using catalogue::Role;

namespace {

constexpr std::size_t kMostRows = 5'000;
constexpr int kMostOfOneLogin = 1'000;

struct Row {
  std::int64_t number = 0;
  std::map<std::string, std::string, std::less<>> cells;  // by field
  std::optional<Message> unreadable;

  std::string cell(std::string_view field) const {
    const auto found = cells.find(field);
    return found == cells.end() ? std::string() : found->second;
  }
};

class RowCollector : public ListSheets::Listener {
 public:
  explicit RowCollector(const ListWords& words) : words_(words) {}

  void header(const std::string&, const ListHeader& header) override { header_ = header; }
  void entry(const ListRow& row) override {
    Row& kept = keep(row.row);
    for (const auto& column : header_.columns) {
      if (column.index >= row.cells.size()) continue;
      std::string text = plain_line(row.cells[column.index]);
      if (!words_.means_unknown(text)) kept.cells[column.field] = std::move(text);
    }
  }
  void unreadable(std::int64_t row, std::uint32_t column, std::string_view why) override {
    keep(row).unreadable =
        Message{"intake.row_unreadable",
                {{"why", std::string(why)}, {"column", column > 0 ? std::to_string(column) : ""}},
                ""};
  }
  const std::vector<Row>& rows() const { return rows_; }

 private:
  Row& keep(std::int64_t row) {
    if (rows_.size() == kMostRows) {
      throw Refusal(RefusalKind::kInvalid,
                    Message{"people.too_many_rows", {{"most", std::to_string(kMostRows)}}, ""});
    }
    rows_.emplace_back();
    rows_.back().number = row;
    return rows_.back();
  }

  const ListWords& words_;
  ListHeader header_;
  std::vector<Row> rows_;
};

/// "Dinas Kesehatan/1" -> "dinas-kesehatan-1".
std::string login_out_of(std::string_view words) {
  std::string login = text::fold(words);
  for (char& c : login) {
    const bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!fits) c = '-';
  }
  return login.substr(0, 50);
}

/// One row after the other; knows the region's organisations and accounts.
class AccountDecider {
 public:
  AccountDecider(const Environment& environment, const Caller& caller, RegionCode region)
      : environment_(environment), caller_(caller), region_(std::move(region)) {
    for (auto& entry : registry::organisations(environment, caller, region_)) {
      organisations_.push_back(std::move(entry.organisation));
    }
    environment.store.read(
        [&](store::Reader& reader) { accounts_ = reader.accounts().accounts(); });
  }

  AccountRow decide(const Row& row) {
    AccountRow told;
    told.row = row.number;
    if (row.unreadable) {
      told.reasons = {*row.unreadable};
      return told;
    }
    try {
      take(row, told);
    } catch (const Refusal& refusal) {
      if (refusal.kind() == RefusalKind::kUnavailable) throw;
      told.reasons = refusal.messages();
      told.fate = RowFate::kRejected;
    }
    return told;
  }

  const std::vector<Organisation>& organisations() const { return organisations_; }

  /// Whether the row was taken before.
  bool knows(const Row& row, const catalogue::OrganisationId& organisation) {
    return known(row, row.cell("name"), {Role::kContributor, region_, organisation}) != nullptr;
  }

  /// Whether somebody can sign in for it.
  bool has_account(const catalogue::OrganisationId& organisation) const {
    return std::any_of(accounts_.begin(), accounts_.end(), [&](const Account& account) {
      return !account.disabled &&
             std::any_of(account.grants.begin(), account.grants.end(),
                         [&](const Grant& grant) { return grant.organisation == organisation; });
    });
  }

 private:
  void take(const Row& row, AccountRow& told) {
    const std::string name = row.cell("name");
    const Grant grant = grant_of(row, told);
    Account* const account = known(row, name, grant);
    if (!account) {
      accounts_.push_back(add_account(environment_, caller_, {new_login(row), name, "", {grant}}));
      told.account = accounts_.back();
      told.fate = RowFate::kAdded;
      return;
    }
    auto& grants = account->grants;
    told.fate = RowFate::kUnchanged;
    if (std::find(grants.begin(), grants.end(), grant) == grants.end()) {
      registry::grant(environment_, caller_, account->id.text(), grant);
      grants.push_back(grant);
      told.fate = RowFate::kUpdated;
    }
    told.account = *account;
  }

  Grant grant_of(const Row& row, AccountRow& told) const {
    Grant grant{Role::kContributor, region_, {}};
    if (const auto role = row.cell("role"); !role.empty()) {
      auto read = read_word<Role>(role, environment_.list_words);
      if (!read.value) {
        throw Refusal(RefusalKind::kInvalid, Message{"people.unknown_role", {{"role", role}}, ""});
      }
      grant.role = *read.value;
    }
    const bool for_organisation =
        grant.role == Role::kContributor || grant.role == Role::kHeadOfOrganisation;
    if (!for_organisation) return grant;
    const auto named = row.cell("organisation");
    grant.organisation = organisation_named(organisations_, named);
    if (!grant.organisation) {
      throw Refusal(RefusalKind::kInvalid,
                    Message{"people.unknown_organisation", {{"organisation", named}}, ""});
    }
    told.organisation = organisation_of(*grant.organisation).name;
    return grant;
  }

  const Organisation& organisation_of(const catalogue::OrganisationId& id) const {
    return *std::find_if(organisations_.begin(), organisations_.end(),
                         [&](const auto& each) { return each.id == id; });
  }

  /// By the sign-in name; a row without one means whoever has that name and role.
  Account* known(const Row& row, const std::string& name, const Grant& grant) {
    const auto login = login_of(row.cell("login"));
    const std::string folded = text::fold(name);
    const auto found =
        std::find_if(accounts_.begin(), accounts_.end(), [&](const Account& account) {
          if (login) return account.login == *login;
          const auto& grants = account.grants;
          return std::find(grants.begin(), grants.end(), grant) != grants.end() &&
                 text::fold(account.name) == folded;
        });
    return found == accounts_.end() ? nullptr : &*found;
  }

  /// Logins are unique on the host: other regions have a DINKES too.
  std::string new_login(const Row& row) const {
    if (auto login = row.cell("login"); !login.empty()) return login;
    const auto named = organisation_named(organisations_, row.cell("organisation"));
    const std::string base = login_out_of(named ? organisation_of(*named).code : row.cell("name"));
    std::string login = base;
    const auto is_taken = [&] {
      return std::any_of(accounts_.begin(), accounts_.end(),
                         [&](const Account& account) { return account.login == login; });
    };
    for (int number = 2; number < kMostOfOneLogin && is_taken(); ++number) {
      login = base + '-' + std::to_string(number);
    }
    return login;
  }

  const Environment& environment_;
  const Caller& caller_;
  const RegionCode region_;
  std::vector<Organisation> organisations_;
  std::vector<Account> accounts_;  // of the whole host
};

void add_links(const Environment& environment, const Caller& caller,
               std::vector<AccountRow>& rows) {
  for (auto& row : rows) {
    if (!row.account || row.account->disabled) continue;
    bool has_password = false;
    environment.store.read([&](store::Reader& reader) {
      has_password = !reader.accounts().password_hash(row.account->id).empty();
    });
    if (!has_password) row.link = new_link(environment, caller, row.account->id.text());
  }
}

bool is_wanted(const Environment& environment, const Organisation& organisation,
               const OrganisationsWithout& wanted) {
  const auto& kinds = wanted.kinds;
  if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), organisation.kind) == kinds.end()) {
    return false;
  }
  if (!organisation.valid_to) return !organisation.successor;
  // Of a year alone it ends with the year.
  const std::string end = organisation.valid_to->text();
  return end >= environment.today().substr(0, end.size());
}

}  // namespace

std::vector<AccountRow> import_sent_accounts(const Environment& environment, const Caller& caller,
                                             ImportRequest request,
                                             const std::function<std::string_view()>& next,
                                             bool with_links) {
  require(caller, Deed::kAdministerRegion, {chosen_region(environment, request.region), {}});
  UnnamedFile file(environment.data_folder);
  for (auto piece = next(); !piece.empty(); piece = next()) file.append(piece);
  request.file = file.path();
  return import_accounts(environment, caller, request, with_links);
}

std::vector<AccountRow> add_missing_accounts(const Environment& environment, const Caller& caller,
                                             const RegionCode& region,
                                             const OrganisationsWithout& wanted) {
  require(caller, Deed::kAdministerRegion, {region, {}});
  AccountDecider decider(environment, caller, region);
  std::vector<AccountRow> rows;
  for (const auto& organisation : decider.organisations()) {
    if (!is_wanted(environment, organisation, wanted)) continue;
    Row row;
    row.cells = {{"organisation", organisation.code}, {"name", organisation.name}};
    if (decider.has_account(organisation.id) &&
        !(wanted.renew && decider.knows(row, organisation.id)))
      continue;
    if (rows.size() == kMostRows) {
      throw Refusal(RefusalKind::kInvalid,
                    Message{"people.too_many_rows", {{"most", std::to_string(kMostRows)}}, ""});
    }
    rows.push_back(decider.decide(row));
  }
  add_links(environment, caller, rows);
  rows.erase(std::remove_if(rows.begin(), rows.end(),
                            [](const AccountRow& row) {
                              return row.fate == RowFate::kUnchanged && !row.link;
                            }),
             rows.end());
  return rows;
}

std::vector<AccountRow> import_accounts(const Environment& environment, const Caller& caller,
                                        const ImportRequest& request, bool with_links) {
  const RegionCode region = chosen_region(environment, request.region);
  require(caller, Deed::kAdministerRegion, {region, {}});
  const ListFile list = open_list(environment, request);
  RowCollector collector(environment.list_words);
  ListSheets sheets(HeaderSet::kAccounts, environment.list_words, list.map, collector);
  ImportReport unused;
  read_list(list, sheets, unused);
  AccountDecider decider(environment, caller, region);
  std::vector<AccountRow> rows;
  for (const auto& row : collector.rows()) rows.push_back(decider.decide(row));
  if (with_links) add_links(environment, caller, rows);
  return rows;
}

}  // namespace pilah::registry
