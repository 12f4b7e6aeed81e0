// The picture of a region, ready to be drawn: areas in their dimensions, how full each is, where
// nothing is, and which dimensions meet.
import type { components } from "../../api/schema";
import type { Taxonomy } from "../../api/taxonomy";

export type Coverage = components["schemas"]["Coverage"];
type Pair = components["schemas"]["Intersections"]["pairs"][number];
type PlanCoverage = components["schemas"]["PlanCoverage"];
type Programme = PlanCoverage["programmes"][number];

interface AreaCount {
  area: string;
  primary: number;
  secondary: number;
}

export interface AreaCell {
  key: string;
  name: { id: string; en: string };
  primary: number;
  secondary: number;
  total: number;
  hole: boolean;
  /** 0 (nothing) to 4 (as much as the fullest area). */
  shade: number;
}

export interface DimensionRow {
  key: string;
  name: { id: string; en: string };
  areas: AreaCell[];
  covered: number;
}

const shades = 4;

/** How full beside the fullest: what is there at all is at least 1. */
export function shadeOf(count: number, most: number): number {
  return count <= 0 || most <= 0 ? 0 : Math.max(1, Math.ceil((count / most) * shades));
}

/** All dimensions with all their areas, in the taxonomy's order, whatever was counted. */
export function rowsOf(taxonomy: Taxonomy, counted: readonly AreaCount[]): DimensionRow[] {
  const counts = new Map(counted.map((one) => [one.area, one]));
  const total = (one: AreaCount | undefined) => (one ? one.primary + one.secondary : 0);
  const most = Math.max(0, ...counted.map(total));
  return taxonomy.dimensions.map((dimension) => {
    const areas = dimension.areas.map(({ key, name }): AreaCell => {
      const count = counts.get(key);
      const all = total(count);
      return {
        key,
        name,
        primary: count?.primary ?? 0,
        secondary: count?.secondary ?? 0,
        total: all,
        hole: all === 0,
        shade: shadeOf(all, most),
      };
    });
    const covered = areas.filter((one) => !one.hole).length;
    return { key: dimension.key, name: dimension.name, areas, covered };
  });
}

export interface Totals {
  areas: number;
  covered: number;
  holes: number;
}

export function totalsOf(rows: readonly DimensionRow[]): Totals {
  const areas = rows.reduce((sum, row) => sum + row.areas.length, 0);
  const covered = rows.reduce((sum, row) => sum + row.covered, 0);
  return { areas, covered, holes: areas - covered };
}

export interface PairCell {
  first: string;
  second: string;
  innovations: number;
  /** The cell of a dimension with itself: all that touch it. */
  same: boolean;
  shade: number;
}

/** A square of all dimensions; the shade of a pair is beside the fullest pair. */
export function pairRows(taxonomy: Taxonomy, pairs: readonly Pair[]): PairCell[][] {
  const counts = new Map(pairs.map((one) => [`${one.first} ${one.second}`, one.innovations]));
  const most = Math.max(
    0,
    ...pairs.filter((one) => one.first !== one.second).map((one) => one.innovations),
  );
  const keys = taxonomy.dimensions.map((one) => one.key);
  return keys.map((first) =>
    keys.map((second) => {
      const innovations = counts.get(`${first} ${second}`) ?? 0;
      const same = first === second;
      return { first, second, innovations, same, shade: same ? 0 : shadeOf(innovations, most) };
    }),
  );
}

/** The pairs in which something is, each once, the most first. */
export function pairList(rows: readonly (readonly PairCell[])[]): PairCell[] {
  return rows
    .flatMap((row, place) => row.slice(place + 1))
    .filter((cell) => cell.innovations > 0)
    .sort((one, other) => other.innovations - one.innovations);
}

interface ProgrammeGroup {
  plan: string;
  organisation?: string;
  programmes: Programme[];
}

/** Programmes that no innovation carries out, plan by plan in the given order. */
export function emptyProgrammes(programmes: readonly Programme[]): ProgrammeGroup[] {
  const groups: ProgrammeGroup[] = [];
  for (const one of programmes) {
    if (one.innovations > 0) continue;
    const last = groups.at(-1);
    if (last && last.plan === one.plan && last.organisation === one.organisation) {
      last.programmes.push(one);
    } else {
      groups.push({ plan: one.plan, organisation: one.organisation, programmes: [one] });
    }
  }
  return groups;
}

/** The address of the list behind a number; names are those of the API's own filter. */
export function listAddress(
  region: string,
  filter: Record<string, string | undefined>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.append(name, value);
  const text = query.toString();
  return `/${region}/inovasi${text ? `?${text}` : ""}`;
}
