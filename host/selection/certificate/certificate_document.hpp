// A certificate as a JSON document, for whoever wants to check an answer elsewhere:
//
//   {"pilah_certificate": 1, "problem_sha256": text, "claim": "bound" | "score" | "order" |
//    "infeasible", "selected": [id] | null, "bound": integer as text,
//    "proof": [{"impossible": true, "shift": integer,
//               "multipliers": [[row, name or place..., integer as text]],
//               "next": "walk" | "again" | "branch", "candidate": id}]}
//
// Rows (certificate.hpp says what they are): ["count", m], ["resource", name, m],
// ["group", name, m], ["covered", group, m], ["coverage", place, m],
// ["requires", place, m], ["excludes", [id], m]; a place is that in the problem's
// list, from 0. "impossible" and "candidate" stand only where they say something.
// Integers beyond 53 bits are texts, because many JSON readers round them.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "pilah/selection/certificate/certificate.hpp"
#include "pilah/selection/certificate/checker.hpp"
#include "pilah/selection/message.hpp"

namespace pilah::selection {

// problem_sha256: of the problem document's bytes, in hexadecimal.
std::string certificate_document(const Problem& problem, const Certificate& certificate,
                                 std::string_view problem_sha256);

struct ReadCertificate {
  Certificate certificate;
  std::string problem_sha256;
};

// Names are looked up in the problem; a refusal points to the first thing wrong.
std::variant<ReadCertificate, Refusal> read_certificate(const Problem& problem,
                                                        std::string_view document);

// What a checker found, as a JSON object; same_problem: the certificate's digest is
// that of the problem document.
std::string verdict_document(const Verdict& verdict, bool same_problem);

}  // namespace pilah::selection
