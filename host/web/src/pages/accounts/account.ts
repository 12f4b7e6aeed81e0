// What the pages know of accounts, roles and organisations.
import type { Organisation } from "../../api/organisations";
import type { components } from "../../api/schema";

export type Account = components["schemas"]["Account"];
export type Grant = NonNullable<Account["grants"]>[number];
export type Role = Grant["role"];

/** Roles that are given in a region, from the narrowest. */
export const rolesOfRegion = [
  "contributor",
  "head-of-organisation",
  "verifier",
  "planner",
  "assessor",
  "mentor",
  "reader",
  "region-administrator",
] as const satisfies readonly Role[];

/** Whether the role is held for one organisation. */
export const isOfOrganisation = (role: Role): boolean =>
  role === "contributor" || role === "head-of-organisation";

/** What somebody is looked up by: names, sign-in name, organisations. */
export function matches(account: Account, organisations: ReadonlyMap<string, Organisation>, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase("id").split(/\s+/);
  const ownNames = (account.grants ?? []).flatMap((grant) => {
    const organisation = grant.organisation && organisations.get(grant.organisation);
    return organisation ? [organisation.name ?? "", organisation.code ?? ""] : [];
  });
  const all = [account.name ?? "", account.login ?? "", ...ownNames].join(" ").toLocaleLowerCase("id");
  return wanted.every((one) => all.includes(one));
}
