// Who is signed in, and what they may do here.
import { computed, signal } from "@preact/signals";

import type { components } from "../api/schema";

type SessionDocument = components["schemas"]["Session"];
type Me = components["schemas"]["Me"];

/** null: nobody; undefined: not asked yet. */
export const session = signal<SessionDocument | null | undefined>(undefined);
export const me = signal<Me | undefined>(undefined);

/** Regions in which the account may do anything. */
export const ownRegions = computed(() => (me.value?.regions ?? []).map((one) => one.region));

/** Where somebody begins who came for no page of their own: their region, else the choice of one. */
export const homeAddress = computed(() => {
  const own = [...(me.value?.grants ?? []), ...(me.value?.teams ?? [])].flatMap(({ region }) => region ?? []);
  const [only, ...others] = ownRegions.value;
  const home = own[0] ?? (others.length === 0 ? only : undefined);
  return home ? `/${home}` : "/";
});

/** Whether the account may do this in that region; the API decides, this only spares a try. */
export function may(deed: string, code: string | undefined): boolean {
  return (
    me.value?.regions?.some((one) => one.region === code && one.may.includes(deed)) ?? false
  );
}

/** Whether an account sees the whole of the region, by a role there or in a team of all of it. */
export function seesWholeRegion(code: string): boolean {
  const role = me.value?.grants.some(
    (grant) =>
      !grant.organisation &&
      (!grant.region || grant.region === code) &&
      grant.role !== "reader" &&
      grant.role !== "host-administrator",
  );
  const team = me.value?.teams.some(
    (one) => one.region === code && one.counts && (one.kind === "council" || one.kind === "executing-team"),
  );
  return (role || team) ?? false;
}

/** Organisations that the account has a role in. */
export const ownOrganisations = (code: string): string[] =>
  (me.value?.grants ?? []).flatMap((grant) =>
    grant.organisation && (!grant.region || grant.region === code) ? [grant.organisation] : [],
  );

/** Set while a sign-in is asked for over the page; called with whether it came. */
export const waitingForSignIn = signal<((came: boolean) => void) | undefined>(undefined);

let asked: Promise<boolean> | undefined;

/** Asks over the page, once for all requests that wait. */
export function askToSignIn(): Promise<boolean> {
  asked ??= new Promise<boolean>((resolve) => {
    waitingForSignIn.value = (came) => {
      waitingForSignIn.value = undefined;
      asked = undefined;
      resolve(came);
    };
  });
  return asked;
}
