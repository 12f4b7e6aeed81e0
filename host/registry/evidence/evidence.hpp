// Files that prove what an innovation claims: taken, read, removed; and what is
// claimed beside what a verifier found.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pilah/catalogue/innovation.hpp"
#include "pilah/registry/environment.hpp"
#include "pilah/registry/intake/innovations.hpp"

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
  InnovationEntry entry;
  catalogue::Evidence evidence;
};

/// Keeps the file, and names it in the entry as a revision of its own. The same file
/// for the same field again changes nothing. Throws Refusal(kForbidden),
/// Refusal(kStale) for an entry that is not at `expected_revision`, Refusal(kInvalid)
/// for a file that is too large, of no kind that is taken, or for a field that the
/// entry has not filled in; then nothing is kept.
AddedEvidence add_evidence(const Environment& environment, const Caller& caller,
                           catalogue::InnovationId id, const EvidenceUpload& upload,
                           std::int64_t expected_revision);

/// What the entry claims, with its evidence, is for those who see its inside.
InnovationEntry claims(const Environment& environment, const Caller& caller,
                       catalogue::InnovationId id);

struct EvidenceFile {
  catalogue::Evidence evidence;
  std::string bytes;
};

/// Throws Refusal(kNotFound) unless the entry names the file and it is there. Evidence
/// is closed by default: Refusal(kForbidden) for those who do not see the entry's inside.
EvidenceFile evidence_file(const Environment& environment, const Caller& caller,
                           catalogue::InnovationId id, const std::string& sha256);

/// Takes the file out of the entry, whatever fields it proves; its bytes go when no
/// entry of the host names them any more. Throws as add_evidence() does.
InnovationEntry remove_evidence(const Environment& environment, const Caller& caller,
                                catalogue::InnovationId id, const std::string& sha256,
                                std::int64_t expected_revision);

/// What a verifier found for an indicator, beside what its owner claims; replaces what
/// was found before. Throws Refusal(kForbidden), Refusal(kStale), Refusal(kInvalid).
InnovationEntry verify_indicator(const Environment& environment, const Caller& caller,
                                 catalogue::InnovationId id, std::size_t indicator,
                                 std::vector<catalogue::MeasuredValue> found,
                                 std::int64_t expected_revision);

}  // namespace pilah::registry
