/* The columns of the table "innovations", which rules and exporters ask for by id.
 *
 * One row is one candidate: an entry of the catalogue, or a package of entries.
 * A value that nobody knows is null, never 0 and never an empty text. Version 1;
 * columns are added, never changed. Clean as C99 and C++11.
 */
#ifndef PILAH_COLUMNS_H
#define PILAH_COLUMNS_H

#include "pilah/plugin.h"

/* X(id, layout, unit, meaning) */
#define PILAH_INNOVATION_COLUMNS(X)                                                            \
  X("id", TEXT, "UUID", "the candidate")                                                       \
  X("name", TEXT, "", "its name")                                                              \
  X("summary", TEXT, "", "what it does, in the owner's words")                                 \
  X("problem", TEXT, "", "the problem it answers")                                             \
  X("target_group", TEXT, "", "whom it serves")                                                \
  X("benefit", TEXT, "", "what they gain")                                                     \
  X("uniqueness", TEXT, "", "what is new about it")                                            \
  X("risks", TEXT, "", "what may go wrong")                                                    \
  X("owner", TEXT, "code", "the owner organisation's code; null: no named owner")              \
  X("owner_kind", TEXT, "word", "opd, subdistrict, village, community, business, ...")         \
  X("proposer_kind", TEXT, "word", "kind of the organisation that proposed it")                \
  X("entry_kind", TEXT, "word", "existing, idea, flagship, potential")                         \
  X("status", TEXT, "word", "draft, submitted, verified, returned")                            \
  X("form", TEXT, "word", "governance, public_service, other")                                 \
  X("stage", TEXT, "word", "initiative, trial, applied")                                       \
  X("digital", BOOL, "", "whether it is digital")                                              \
  X("builds_application", BOOL, "", "whether it builds a new application")                     \
  X("dimension", TEXT, "key", "dimension of the primary area")                                 \
  X("area", TEXT, "key", "primary area")                                                       \
  X("areas_touched", INT64, "areas", "confirmed areas")                                        \
  X("dimensions_touched", INT64, "dimensions", "dimensions of the confirmed areas")            \
  X("started_year", INT64, "year", "when it began")                                            \
  X("applied_year", INT64, "year", "when it came into use")                                    \
  X("duration_months", INT64, "months", "from the start to the first effect")                  \
  X("staff", INT64, "persons", "people it needs")                                              \
  X("budget_total", INT64, "rupiah", "all years and sources; null when one part is unknown")   \
  X("funding_sources", INT64, "sources", "different sources of funding named")                 \
  X("funded_beyond_apbd", BOOL, "", "whether a source other than APBD is named")               \
  X("partners", INT64, "partners", "partners named")                                           \
  X("supporting_organisations", INT64, "organisations", "organisations that support it")       \
  X("indicators", INT64, "indicators", "indicators defined")                                   \
  X("indicators_with_target", INT64, "indicators", "those with both baseline and target")      \
  X("indicators_measured", INT64, "indicators", "those with a measured value")                 \
  X("rpjmd_linked", BOOL, "", "whether it links to an item of the RPJMD (resolved)")           \
  X("renstra_linked", BOOL, "", "whether it links to an item of a Renstra (resolved)")         \
  X("readiness_struktur", INT64, "0 to 4", "people, budget, resources")                        \
  X("readiness_infrastruktur", INT64, "0 to 4", "physical, digital and social infrastructure") \
  X("readiness_suprastruktur", INT64, "0 to 4", "regulation and institutions")                 \
  X("evidence_files", INT64, "files", "evidence files attached")                               \
  X("claims_verified", DOUBLE, "share", "share of claims that are proven by evidence")         \
  X("need_of_dimension", DOUBLE, "share", "the region's need weight of its dimension")         \
  X("need_of_area", DOUBLE, "share", "the region's need weight of its primary area")           \
  X("assessed_leverage", DOUBLE, "0 to 4", "median of the assessments of leverage")            \
  X("assessed_leverage_spread", DOUBLE, "steps", "largest minus smallest of them")             \
  X("assessed_felt", DOUBLE, "0 to 4", "median: felt directly by the public")                  \
  X("assessed_felt_spread", DOUBLE, "steps", "largest minus smallest of them")                 \
  X("assessed_novelty", DOUBLE, "0 to 4", "median: novelty")                                   \
  X("assessed_novelty_spread", DOUBLE, "steps", "largest minus smallest of them")              \
  X("assessed_survivability", DOUBLE, "0 to 4", "median: survives")                            \
  X("assessed_survivability_spread", DOUBLE, "steps", "largest minus smallest of them")        \
  X("assessed_opportunity", DOUBLE, "0 to 4", "median: opportunity")                           \
  X("assessed_opportunity_spread", DOUBLE, "steps", "largest minus smallest of them")          \
  X("assessed_potential", DOUBLE, "0 to 4", "median: potential")                               \
  X("assessed_potential_spread", DOUBLE, "steps", "largest minus smallest of them")            \
  X("quick_win_before", BOOL, "", "whether it was a quick win in an earlier set")              \
  X("monitoring_percent", DOUBLE, "percent", "progress last reported")                         \
  X("members", INT64, "entries", "entries joined in the package; 1 for a single entry")

typedef struct pilah_column_description {
  const char* id;
  uint32_t layout; /* PILAH_LAYOUT_* */
  const char* unit;
  const char* meaning;
} pilah_column_description;

#define PILAH_DESCRIBE_COLUMN(id, layout, unit, meaning) {id, PILAH_LAYOUT_##layout, unit, meaning},
static const pilah_column_description pilah_innovation_columns[] = {
    PILAH_INNOVATION_COLUMNS(PILAH_DESCRIBE_COLUMN)};
#undef PILAH_DESCRIBE_COLUMN

#define PILAH_INNOVATION_COLUMN_COUNT \
  (sizeof(pilah_innovation_columns) / sizeof(pilah_innovation_columns[0]))

#endif /* PILAH_COLUMNS_H */
