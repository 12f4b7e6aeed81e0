// What the catalogue is narrowed to, as the address says it: it can be shared, kept as a
// bookmark, and the browser's "back" undoes it. The names are those of the API's parameters.

/** By what the entries are counted and narrowed, in the order of the page. */
export const facets = [
  "status",
  "dimension",
  "area",
  "primary_area",
  "owner",
  "entry_kind",
  "stage",
  "form",
  "year",
  "digital",
  "funding",
] as const;
export type Facet = (typeof facets)[number];

export const sorts = ["relevance", "name", "changed", "budget", "applied"] as const;
export type Sort = (typeof sorts)[number];

/** Yes or no, where the address says it. */
export const switches = ["has_owner", "has_primary_area", "pending"] as const;
type Switch = (typeof switches)[number];

export interface Filter {
  text: string;
  /** Of several values of a facet any will do; facets hold together. */
  chosen: Partial<Record<Facet, readonly string[]>>;
  /** Facets of which nothing may be known. */
  unknown: readonly Facet[];
  switches: Partial<Record<Switch, boolean>>;
  sort?: Sort;
}

export const everything: Filter = { text: "", chosen: {}, unknown: [], switches: {} };

const longestText = 200;
const mostValues = 50;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const key = /^[a-z]+(-[a-z]+)*$/;

/** What a value of the facet looks like; what the API would refuse is not asked for. */
const shapes: Record<Facet, RegExp> = {
  status: /^(draft|submitted|verified|returned|archived)$/,
  dimension: key,
  area: key,
  primary_area: key,
  owner: uuid,
  entry_kind: /^(existing|idea|flagship|potential)$/,
  stage: /^(initiative|trial|applied)$/,
  form: /^(governance|public_service|other)$/,
  year: /^(19\d\d|20\d\d|21\d\d)$/,
  digital: /^(true|false)$/,
  funding: /^(apbd|apbn|csr|community|village_fund|grant|other)$/,
};

const isFacet = (name: string): name is Facet => facets.some((one) => one === name);
const isSort = (name: string | null): name is Sort => sorts.some((one) => one === name);
const valuesIn = (given: URLSearchParams, name: string) =>
  given.getAll(name).flatMap((one) => one.split(","));

export function filterOf(search: string): Filter {
  const given = new URLSearchParams(search);
  const chosen: Filter["chosen"] = {};
  for (const facet of facets) {
    const values = [...new Set(valuesIn(given, facet))].filter((one) => shapes[facet].test(one));
    // "Digital or not digital" is no wish.
    if (values.length > 0 && !(facet === "digital" && values.length > 1)) {
      chosen[facet] = values.slice(0, mostValues);
    }
  }
  const set: Filter["switches"] = {};
  for (const name of switches) {
    const value = given.get(name);
    if (value === "true" || value === "false") set[name] = value === "true";
  }
  const sort = given.get("sort");
  return {
    text: (given.get("q") ?? "").trim().slice(0, longestText),
    chosen,
    unknown: [...new Set(valuesIn(given, "unknown"))].filter(isFacet),
    switches: set,
    sort: isSort(sort) ? sort : undefined,
  };
}

/** The parameters of the API that ask for it: "q=wisata&status=draft,returned". */
export function queryOf(filter: Filter): string {
  const query = new URLSearchParams();
  if (filter.text) query.set("q", filter.text);
  for (const facet of facets) {
    const values = filter.chosen[facet];
    if (values?.length) query.set(facet, values.join(","));
  }
  if (filter.unknown.length > 0) query.set("unknown", filter.unknown.join(","));
  for (const name of switches) {
    const value = filter.switches[name];
    if (value !== undefined) query.set(name, String(value));
  }
  if (filter.sort) query.set("sort", filter.sort);
  return query.toString().replaceAll("%2C", ",");
}

/** The same as the end of a page's address; "" for everything. */
export function addressOf(filter: Filter): string {
  const query = queryOf(filter);
  return query ? `?${query}` : "";
}

const without = <Value>(values: readonly Value[], one: Value) =>
  values.filter((value) => value !== one);

/** null: that it is unknown, which no value of the facet goes with. */
export function toggled(filter: Filter, facet: Facet, value: string | null): Filter {
  const { [facet]: values = [], ...others } = filter.chosen;
  const unknown = without(filter.unknown, facet);
  if (value === null) {
    const was = filter.unknown.includes(facet);
    return { ...filter, chosen: others, unknown: was ? unknown : [...unknown, facet] };
  }
  const only = facet === "digital" ? [] : values;
  const now = values.includes(value) ? without(values, value) : [...only, value];
  return {
    ...filter,
    chosen: now.length > 0 ? { ...others, [facet]: now } : others,
    unknown,
  };
}

/** What is chosen, each with how to take it back. */
export function choices(filter: Filter): { facet: Facet; value: string | null }[] {
  return facets.flatMap((facet) => [
    ...(filter.chosen[facet] ?? []).map((value) => ({ facet, value })),
    ...(filter.unknown.includes(facet) ? [{ facet, value: null }] : []),
  ]);
}

export const isNarrowed = (filter: Filter) =>
  filter.text !== "" || choices(filter).length > 0 || Object.keys(filter.switches).length > 0;
