// What stands behind the # of a one-time link. The first account of a host has no name yet:
// its link says so behind a colon.
export interface OneTimeLink {
  secret: string;
  first: boolean;
}

/** Of a whole address, of what stands behind its #, or of the secret alone. */
export function oneTimeLink(text: string): OneTimeLink {
  const [secret = "", mark] = text.trim().slice(text.trim().lastIndexOf("#") + 1).split(":");
  return { secret, first: mark === "first" };
}
