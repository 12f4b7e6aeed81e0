// What somebody types and the host has not got yet lies in the browser's storage, by account and
// by what it is about, until the host has it or the account signs out.

const prefix = "pilah.typed.";

export interface Drawer<Kept> {
  /** Whether there was room. */
  keep(what: Kept): boolean;
  kept(): Kept | undefined;
  erase(): void;
}

/** `read` makes sure that what lies there is what was put there. */
export function drawer<Kept>(
  account: string,
  about: string,
  read: (found: unknown) => Kept | undefined,
): Drawer<Kept> {
  const name = `${prefix}${account}.${about}`;
  return {
    keep(what) {
      try {
        localStorage.setItem(name, JSON.stringify(what));
        return true;
      } catch {
        return false; // full, or closed to us
      }
    },
    kept() {
      try {
        const text = localStorage.getItem(name);
        return text === null ? undefined : read(JSON.parse(text));
      } catch {
        return undefined;
      }
    },
    erase() {
      try {
        localStorage.removeItem(name);
      } catch {
        // then nothing lies there either
      }
    },
  };
}

/** Of every account: on a shared computer the next person finds nothing. */
export function forgetTyping(): void {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    for (const name of names) localStorage.removeItem(name);
  } catch {
    // then nothing lies there either
  }
}
