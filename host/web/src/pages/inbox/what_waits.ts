// What waits for somebody by what they may do: which questions the pages ask for them.
import { everything, type Filter } from "../catalogue/filter";

export interface Who {
  /** Deeds that they may do in the region. */
  may: (deed: string) => boolean;
  /** Organisations that they register for. */
  organisations: string[];
  /** Whether the region asks the heads of organisations before it verifies. */
  byHead: boolean;
}

/** Entries that wait, as the catalogue shows them. */
interface EntriesWaiting {
  kind: "returned" | "approve" | "verify" | "newer" | "drafts";
  filter: Filter;
}

export function entriesWaiting({ may, organisations, byHead }: Who): EntriesWaiting[] {
  const own = (status: string): Filter => ({ ...everything, chosen: { status: [status], owner: organisations } });
  const all = (status: string): Filter => ({ ...everything, chosen: { status: [status] } });
  const registers = may("register") && organisations.length > 0;
  const waiting: [boolean, EntriesWaiting][] = [
    [registers, { kind: "returned", filter: own("returned") }],
    [may("approve") && byHead && organisations.length > 0, { kind: "approve", filter: own("submitted") }],
    [may("verify"), { kind: "verify", filter: all("submitted") }],
    [may("verify"), { kind: "newer", filter: { ...everything, switches: { pending: true } } }],
    [registers, { kind: "drafts", filter: own("draft") }],
  ];
  return waiting.filter(([asks]) => asks).map(([, one]) => one);
}
