#include "pilah/store/sqlite/schema.hpp"

#include <array>
#include <string>

#include "pilah/catalogue/refusal.hpp"

namespace pilah::store::sqlite {
namespace {

constexpr std::int64_t kApplicationId = 0x50494C41;  // "PILA"

// Step 1. Region leads every key. A record is its document (canonical JSON);
// what it is looked up by stands in columns beside it. `audit` has an entry for
// each event, `number` where the event is a revision; the text of a change lies
// apart in `change`, and the digest of a person's texts is salted, so that both
// can be erased while the chain, which covers only digests, holds. An import
// touches a page for each row in every index that is not in the order of time:
// there are two, innovation_sorted and the one of origin.
constexpr const char* kStep1 = R"sql(
CREATE TABLE region (
  code TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL, revision INTEGER NOT NULL,
  sequence INTEGER NOT NULL, head BLOB NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
  region TEXT NOT NULL REFERENCES region(code), sequence INTEGER NOT NULL, number INTEGER,
  at INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL, kind INTEGER NOT NULL,
  record BLOB NOT NULL, digest BLOB NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (region, sequence)) STRICT, WITHOUT ROWID;
CREATE INDEX audit_of_record ON audit (region, record, sequence);
CREATE TABLE change (
  region TEXT NOT NULL, sequence INTEGER NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (region, sequence),
  FOREIGN KEY (region, sequence) REFERENCES audit(region, sequence)) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, code TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE UNIQUE INDEX organisation_code ON organisation (region, code);
CREATE TABLE person (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, salt BLOB NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE innovation (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, status INTEGER NOT NULL, entry_kind INTEGER NOT NULL, owner BLOB,
  mapped INTEGER NOT NULL, sort_key BLOB NOT NULL, UNIQUE (region, id),
  FOREIGN KEY (region, owner) REFERENCES organisation(region, id)) STRICT;
CREATE INDEX innovation_sorted ON innovation (region, sort_key, id);
CREATE INDEX innovation_owner ON innovation (region, owner);
CREATE TABLE innovation_area (
  region TEXT NOT NULL, area TEXT NOT NULL, innovation BLOB NOT NULL,
  PRIMARY KEY (region, area, innovation),
  FOREIGN KEY (region, innovation) REFERENCES innovation(region, id)) STRICT, WITHOUT ROWID;
CREATE TABLE origin (
  region TEXT NOT NULL, list TEXT NOT NULL, key TEXT NOT NULL, innovation BLOB NOT NULL,
  source TEXT NOT NULL, UNIQUE (region, list, key),
  FOREIGN KEY (region, innovation) REFERENCES innovation(region, id)) STRICT;

CREATE TABLE relation (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE package (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE assessment (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE plan (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE round (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE team (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE scenario (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE selection (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE quick_win_set (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE import (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
)sql";

// What is said of entries on their way to being verified, and the newer
// versions of verified ones, each under its entry's id.
constexpr const char* kReviews = R"sql(
CREATE TABLE review (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id),
  FOREIGN KEY (region, id) REFERENCES innovation(region, id)) STRICT;
CREATE TABLE pending_version (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id),
  FOREIGN KEY (region, id) REFERENCES innovation(region, id)) STRICT;
)sql";

// Who signs in, apart from records and history. Of every secret only its SHA-256.
// An account of 16 zeros stands for none.
constexpr const char* kAccounts = R"sql(
CREATE TABLE account (
  id BLOB NOT NULL PRIMARY KEY, login TEXT NOT NULL UNIQUE, document TEXT NOT NULL,
  password TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE account_session (
  digest BLOB NOT NULL PRIMARY KEY, account BLOB NOT NULL REFERENCES account(id),
  created INTEGER NOT NULL, seen INTEGER NOT NULL, expires INTEGER NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE INDEX account_session_of ON account_session (account);
CREATE TABLE account_link (
  digest BLOB NOT NULL PRIMARY KEY, account BLOB NOT NULL, expires INTEGER NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE TABLE account_token (
  digest BLOB NOT NULL PRIMARY KEY, id BLOB NOT NULL UNIQUE, account BLOB NOT NULL,
  document TEXT NOT NULL, used INTEGER NOT NULL, expires INTEGER NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE INDEX account_token_of ON account_token (account);
)sql";

// What came in without an account, beside the catalogue; of a link or a tracking code only
// its SHA-256.
constexpr const char* kAside = R"sql(
CREATE TABLE aside (
  region TEXT NOT NULL REFERENCES region(code), kind INTEGER NOT NULL, id BLOB NOT NULL,
  digest BLOB NOT NULL, document TEXT NOT NULL, PRIMARY KEY (region, kind, id))
  STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX aside_digest ON aside (kind, digest);
)sql";

// What is typed and not saved yet, outside history and audit.
constexpr const char* kWorkingCopies = R"sql(
CREATE TABLE working_copy (
  region TEXT NOT NULL REFERENCES region(code), account TEXT NOT NULL, innovation BLOB NOT NULL,
  base INTEGER NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL, document TEXT NOT NULL,
  UNIQUE (region, account, innovation)) STRICT;
)sql";

// Requests with a key of their caller's, for a day. `answer` is written after the
// change that the row stands for; without one the host ended in between.
constexpr const char* kKeptRequests = R"sql(
CREATE TABLE kept_request (
  caller TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, at INTEGER NOT NULL,
  region TEXT NOT NULL, revision INTEGER NOT NULL, answer TEXT, UNIQUE (caller, key)) STRICT;
CREATE INDEX kept_request_age ON kept_request (at);
CREATE INDEX kept_request_of_caller ON kept_request (caller, at);
)sql";

// Which files innovations name. A file is the same whatever the region.
constexpr const char* kEvidence = R"sql(
CREATE TABLE innovation_evidence (
  region TEXT NOT NULL, sha256 TEXT NOT NULL, innovation BLOB NOT NULL,
  PRIMARY KEY (region, sha256, innovation),
  FOREIGN KEY (region, innovation) REFERENCES innovation(region, id)) STRICT, WITHOUT ROWID;
CREATE INDEX innovation_evidence_file ON innovation_evidence (sha256);
INSERT INTO innovation_evidence (region, sha256, innovation)
  SELECT DISTINCT region, json_extract(file.value, '$.sha256'), innovation.id
  FROM innovation, json_each(document, '$.evidence') AS file
  WHERE json_extract(file.value, '$.sha256') IS NOT NULL;
)sql";

// Which files the newer versions of verified innovations name.
constexpr const char* kPendingEvidence = R"sql(
CREATE TABLE pending_evidence (
  region TEXT NOT NULL, sha256 TEXT NOT NULL, innovation BLOB NOT NULL,
  PRIMARY KEY (region, sha256, innovation),
  FOREIGN KEY (region, innovation) REFERENCES pending_version(region, id)) STRICT, WITHOUT ROWID;
CREATE INDEX pending_evidence_file ON pending_evidence (sha256);
INSERT INTO pending_evidence (region, sha256, innovation)
  SELECT DISTINCT region, json_extract(file.value, '$.sha256'), pending_version.id
  FROM pending_version, json_each(document, '$.entry.evidence') AS file
  WHERE json_extract(file.value, '$.sha256') IS NOT NULL;
)sql";

// What happened, to whom it is told, and what each account has read.
constexpr const char* kHappenings = R"sql(
CREATE TABLE happening (
  region TEXT NOT NULL REFERENCES region(code), number INTEGER NOT NULL, kind INTEGER NOT NULL,
  subject BLOB NOT NULL, revision INTEGER NOT NULL, at INTEGER NOT NULL, actor TEXT NOT NULL,
  PRIMARY KEY (region, number)) STRICT, WITHOUT ROWID;
CREATE TABLE happening_address (
  region TEXT NOT NULL, address TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (region, address, number)) STRICT, WITHOUT ROWID;
CREATE TABLE read_until (
  account TEXT NOT NULL, region TEXT NOT NULL, until INTEGER NOT NULL,
  PRIMARY KEY (account, region)) STRICT, WITHOUT ROWID;
CREATE TABLE read_beyond (
  account TEXT NOT NULL, region TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (account, region, number)) STRICT, WITHOUT ROWID;
)sql";

// Who outside is told of what happens, and the queue of each: in it from the change on
// that it tells of.
constexpr const char* kWebhooks = R"sql(
CREATE TABLE webhook (
  id BLOB NOT NULL PRIMARY KEY, region TEXT NOT NULL REFERENCES region(code),
  document TEXT NOT NULL, secret TEXT NOT NULL, failures INTEGER NOT NULL, due INTEGER NOT NULL)
  STRICT, WITHOUT ROWID;
CREATE INDEX webhook_of_region ON webhook (region);
CREATE TABLE webhook_delivery (
  webhook BLOB NOT NULL REFERENCES webhook(id), number INTEGER NOT NULL, state INTEGER NOT NULL,
  attempts INTEGER NOT NULL, since INTEGER NOT NULL, tried INTEGER NOT NULL,
  failure TEXT NOT NULL, status INTEGER NOT NULL, PRIMARY KEY (webhook, number))
  STRICT, WITHOUT ROWID;
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (webhook, number) WHERE state = 0;
)sql";

// What each round knows of its region, under the round's id.
constexpr const char* kDossiers = R"sql(
CREATE TABLE dossier (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id),
  FOREIGN KEY (region, id) REFERENCES round(region, id)) STRICT;
)sql";

// Panels that judge entries; assessments lie in their own table from step 1 on.
constexpr const char* kPanels = R"sql(
CREATE TABLE panel (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
)sql";

// Who has signed a quick-win set. `scan` is the SHA-256 of the file that its document names.
constexpr const char* kSignatures = R"sql(
CREATE TABLE signature (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, scan TEXT, UNIQUE (region, id)) STRICT;
CREATE INDEX signature_scan ON signature (scan);
)sql";

// What is done about adopted candidates, what is reported of them in which period, what
// follows from it, and what citizens say.
constexpr const char* kMonitoring = R"sql(
CREATE TABLE action_plan (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE monitoring_period (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE monitoring_report (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE follow_up (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE survey_value (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
)sql";

// Decrees, duties, and in which teams an account is: looked up whenever somebody signs in.
// `file` is the SHA-256 of the file that a decree's document names.
constexpr const char* kTeams = R"sql(
CREATE TABLE decree (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, file TEXT, UNIQUE (region, id)) STRICT;
CREATE INDEX decree_file ON decree (file);
CREATE TABLE duty (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
CREATE TABLE team_account (
  account BLOB NOT NULL, region TEXT NOT NULL, team BLOB NOT NULL,
  PRIMARY KEY (account, region, team),
  FOREIGN KEY (region, team) REFERENCES team(region, id)) STRICT, WITHOUT ROWID;
CREATE INDEX team_account_of ON team_account (region, team);
)sql";

// Weights that were sealed for a round.
constexpr const char* kWeightsSeals = R"sql(
CREATE TABLE weights_seal (
  region TEXT NOT NULL REFERENCES region(code), id BLOB NOT NULL, revision INTEGER NOT NULL,
  document TEXT NOT NULL, UNIQUE (region, id)) STRICT;
)sql";

constexpr std::array kSteps = {kStep1,         kReviews,      kAccounts, kAside,
                               kWorkingCopies, kKeptRequests, kEvidence, kPendingEvidence,
                               kHappenings,    kWebhooks,     kDossiers, kPanels,
                               kSignatures,    kMonitoring,   kTeams,    kWeightsSeals};

[[noreturn]] void unavailable(const char* kind, std::int64_t found) {
  throw catalogue::Refusal(catalogue::RefusalKind::kUnavailable,
                           catalogue::Message{kind,
                                              {{"found", std::to_string(found)},
                                               {"known", std::to_string(newest_schema())}},
                                              ""});
}

}  // namespace

int newest_schema() { return static_cast<int>(kSteps.size()); }

void migrate(Database& database) {
  const std::int64_t application = database.integer("PRAGMA application_id");
  const std::int64_t found = database.integer("PRAGMA user_version");
  const bool fresh =
      application == 0 && found == 0 && database.integer("SELECT count(*) FROM sqlite_schema") == 0;
  if (!fresh && application != kApplicationId) unavailable("store.another_program", application);
  if (found > newest_schema()) unavailable("store.newer_schema", found);
  for (int step = static_cast<int>(found) + 1; step <= newest_schema(); ++step) {
    database.execute("BEGIN IMMEDIATE");
    try {
      // Another process may have taken the step while this one waited.
      if (database.integer("PRAGMA user_version") < step) {
        database.execute(kSteps[static_cast<std::size_t>(step - 1)]);
        database.execute(("PRAGMA user_version = " + std::to_string(step)).c_str());
        database.execute(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
      }
      database.execute("COMMIT");
    } catch (...) {
      try {
        database.execute("ROLLBACK");
      } catch (const catalogue::Refusal&) {
        // The failure that led here tells more than that of the rollback.
      }
      throw;
    }
  }
}

}  // namespace pilah::store::sqlite
