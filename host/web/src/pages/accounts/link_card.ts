// One-time links as cards that are cut from paper.
import type { Account } from "./account";

export interface LinkCard {
  login: string;
  name: string;
  organisation: string;
  /** "/set-password#..." */
  link: string;
  expires: string;
}

/** Ten cards fit on an A4 sheet: two columns of five. */
const cardsOfSheet = 10;

/** The cards sheet by sheet. */
export function sheetsOf<Card>(cards: readonly Card[]): Card[][] {
  const sheets: Card[][] = [];
  for (let at = 0; at < cards.length; at += cardsOfSheet) sheets.push(cards.slice(at, at + cardsOfSheet));
  return sheets;
}

interface Row {
  account?: Account;
  organisation?: string;
  link?: string;
  expires?: string;
}

/** Of the rows of an answer those that hold a link, as they are handed out: by organisation. */
export function cardsOf(rows: readonly Row[]): LinkCard[] {
  const cards = rows.flatMap(({ account, organisation, link, expires }) =>
    account && link && expires
      ? [{ login: account.login ?? "", name: account.name ?? "", organisation: organisation ?? "", link, expires }]
      : [],
  );
  const compare = new Intl.Collator("id", { numeric: true }).compare;
  return cards.sort((one, other) => compare(one.organisation, other.organisation) || compare(one.name, other.name));
}

/** Whether others cannot reach that address from their own devices. */
export const isOwnComputer = (address: string): boolean =>
  /^https?:\/\/(localhost|127\.|\[::1\])/i.test(address);
