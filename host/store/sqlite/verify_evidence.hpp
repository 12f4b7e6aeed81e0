// Whether the evidence files are those that innovations name.
#pragma once

#include "pilah/store/evidence_files.hpp"
#include "pilah/store/sqlite/database.hpp"
#include "pilah/store/store.hpp"

namespace pilah::store::sqlite {

/// Reads every file once and adds what it finds to `report`: one that is named and not
/// there, one whose bytes are not those of its name. Answers those that nobody names
/// yet: they may belong to changes under way.
std::vector<std::string> verify_evidence(Database& database, const EvidenceFiles& files,
                                         VerifyReport& report);

bool is_named_evidence(Database& database, std::string_view sha256);

/// Those of `files` that nobody names. Requires: no change that adds one is under way.
void verify_unnamed(Database& database, const std::vector<std::string>& files,
                    VerifyReport& report);

}  // namespace pilah::store::sqlite
