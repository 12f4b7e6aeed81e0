// Files that prove what an innovation claims: taken, read, removed; and what is
// claimed beside what a verifier found.
//
// A file is added to, and taken from, the version that is worked on (working_version.hpp):
// of a verified entry the pending one, which the first file makes. What is published
// changes once that is verified.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/innovations.hpp"
#include "pilah/registry/workflow/working_version.hpp"

namespace pilah::registry {

inline constexpr std::int64_t kLargestEvidence = std::int64_t{16} * 1024 * 1024;
inline constexpr std::size_t kMostEvidence = 50;  ///< files of one innovation

/// A file that somebody hands in.
struct EvidenceUpload {
  std::string file_name;  ///< as the sender calls it: only ever shown, as text
  std::string field;      ///< JSON pointer of the claim, e.g. /benefit or /indicators/0
  /// Gives the next piece; an empty one at the end.
  std::function<std::string_view()> next;
};

struct AddedEvidence {
  WorkingVersion version;
  catalogue::Evidence evidence;
};

/// Keeps the file, and names it in the version as a revision of its own. The same file
/// for the same field again changes nothing. Throws Refusal(kForbidden),
/// Refusal(kStale) for a version that is not at `expected_revision`, Refusal(kConflict)
/// for a pending one that is submitted, Refusal(kInvalid) for a file that is too large, of
/// no kind that is taken, or for a field that is not filled in; then nothing is kept.
AddedEvidence add_evidence(const Environment& environment, const Caller& caller,
                           catalogue::InnovationId id, const EvidenceUpload& upload,
                           std::int64_t expected_revision);

/// What the version that is worked on claims, with its evidence, for those who see the
/// entry's inside.
WorkingVersion claims(const Environment& environment, const Caller& caller,
                      catalogue::InnovationId id);

struct EvidenceFile {
  catalogue::Evidence evidence;
  /// Appends the next piece of its bytes, some hundred kilobytes at most; false: none is left.
  std::function<bool(std::string& piece)> next;
};

/// Of an entry that is published, in a region that has opened the field "evidence"
/// (catalogue/publication.hpp; it is closed until then), for everybody; else for those who see
/// the entry's inside, Refusal(kForbidden) for others. Throws Refusal(kNotFound) unless a
/// version that the caller sees names the file.
EvidenceFile evidence_file(const Environment& environment, const Caller& caller,
                           catalogue::InnovationId id, const std::string& sha256);

/// Takes the file out of the version, whatever fields it proves; its bytes go when no
/// version of any entry names them any more. Throws as add_evidence() does.
WorkingVersion remove_evidence(const Environment& environment, const Caller& caller,
                               catalogue::InnovationId id, const std::string& sha256,
                               std::int64_t expected_revision);

/// What a verifier found for an indicator of the published entry, beside what its owner
/// claims; replaces what was found before, at once. Throws Refusal(kForbidden), Refusal(kStale),
/// Refusal(kInvalid).
InnovationEntry verify_indicator(const Environment& environment, const Caller& caller,
                                 catalogue::InnovationId id, std::size_t indicator,
                                 std::vector<catalogue::MeasuredValue> found,
                                 std::int64_t expected_revision);

}  // namespace pilah::registry
