#include "pilah/store/sqlite/verify_evidence.hpp"

#include "pilah/catalogue/refusal.hpp"

namespace pilah::store::sqlite {
namespace {

constexpr std::size_t kMostFindings = 1000;

void find(VerifyReport& report, const char* kind, const std::string& region,
          const std::string& file) {
  if (report.findings.size() >= kMostFindings) return;
  report.findings.push_back(
      {region, catalogue::Message{kind, {{"file", file}, {"region", region}}, ""}});
}

bool is_sound(const EvidenceFiles& files, const std::string& sha256) {
  try {
    return files.digest(sha256) == sha256;
  } catch (const catalogue::Refusal&) {
    return false;
  }
}

}  // namespace

bool is_named_evidence(Database& database, std::string_view sha256) {
  Statement statement = database.prepare(
      "SELECT 1 FROM innovation_evidence WHERE sha256 = ?1 UNION ALL "
      "SELECT 1 FROM pending_evidence WHERE sha256 = ?1 UNION ALL "
      "SELECT 1 FROM signature WHERE scan = ?1 UNION ALL "
      "SELECT 1 FROM decree WHERE file = ?1 LIMIT 1");
  return statement.bind(1, sha256).step();
}

std::vector<std::string> verify_evidence(Database& database, const EvidenceFiles& files,
                                         VerifyReport& report) {
  // Only what has the form of a digest can lie there.
  Statement named = database.prepare(
      "SELECT region, sha256 FROM innovation_evidence WHERE length(sha256) = 64 UNION "
      "SELECT region, sha256 FROM pending_evidence WHERE length(sha256) = 64 UNION "
      "SELECT region, json_extract(document, '$.scan.sha256') FROM signature "
      "WHERE length(json_extract(document, '$.scan.sha256')) = 64 UNION "
      "SELECT region, json_extract(document, '$.file.sha256') FROM decree "
      "WHERE length(json_extract(document, '$.file.sha256')) = 64");
  while (named.step()) {
    const std::string sha256(named.text(1));
    if (!files.holds(sha256)) {
      find(report, "verify.evidence_missing", std::string(named.text(0)), sha256);
    }
  }
  std::vector<std::string> unnamed;
  files.each([&](const std::string& sha256) {
    ++report.evidence_files;
    if (!is_sound(files, sha256)) find(report, "verify.evidence_altered", "", sha256);
    if (!is_named_evidence(database, sha256)) unnamed.push_back(sha256);
  });
  return unnamed;
}

void verify_unnamed(Database& database, const std::vector<std::string>& files,
                    VerifyReport& report) {
  for (const auto& sha256 : files) {
    if (!is_named_evidence(database, sha256)) {
      find(report, "verify.evidence_unnamed", "", sha256);
    }
  }
}

}  // namespace pilah::store::sqlite
