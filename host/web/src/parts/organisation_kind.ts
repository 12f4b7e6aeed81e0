// The kinds of organisations in the region's own words: a village may be a nagari.
import type { Organisation } from "../api/organisations";
import { word } from "../words/words";

type OrganisationKind = Organisation["kind"];

export const organisationKinds: readonly OrganisationKind[] = [
  "opd",
  "subdistrict",
  "village",
  "community",
  "business",
  "academia",
  "media",
];

export const organisationKindWord = (kind: OrganisationKind): string =>
  word(kind === "opd" ? "agency" : kind);
