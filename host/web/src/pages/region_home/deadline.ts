// Until when a region takes submissions: a minute of its own clock.
const offsets = { WIB: "+07:00", WITA: "+08:00", WIT: "+09:00" } as const;

type TimeZone = keyof typeof offsets;

/** The last minute counts in full. `until`: "2026-12-31T16:00". */
export function isOver(until: string, zone: TimeZone, now: Date): boolean {
  return now.getTime() >= new Date(`${until}:00${offsets[zone]}`).getTime() + 60_000;
}

/** The same minute as an instant, for its format. */
export const instantOf = (until: string, zone: TimeZone): string => `${until}:00${offsets[zone]}`;
