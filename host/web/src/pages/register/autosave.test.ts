import { beforeEach, describe, expect, it } from "vitest";

import { Autosave, beginningOf, type KeptCopy, type PutAnswer, type SaveState } from "./autosave";

const same = (one: string, other: string) => one === other;

/** A server that answers when the test says so, or at once. */
class Server {
  lies: { document: string; etag: number } | null = null;
  up = true;
  loseAnswer = false;
  held: (() => void)[] = [];
  holds = false;
  received: string[] = [];

  async put(document: string, etag: string | null): Promise<PutAnswer<string>> {
    if (this.holds) await new Promise<void>((go) => this.held.push(go));
    if (!this.up) return { is: "unreachable" };
    this.received.push(document);
    const there = this.lies;
    if (there && etag !== String(there.etag)) {
      return { is: "changed", theirs: { document: there.document, etag: String(there.etag) } };
    }
    this.lies = { document, etag: (there?.etag ?? 0) + 1 };
    if (this.loseAnswer) return { is: "unreachable" };
    return { is: "kept", etag: String(this.lies.etag) };
  }
}

class Device {
  copy: KeptCopy<string> | undefined;
  room = true;
  keep(copy: KeptCopy<string>) {
    if (this.room) this.copy = copy;
    return this.room;
  }
  kept() {
    return this.copy;
  }
  erase() {
    this.copy = undefined;
  }
}

class Clock {
  waiting: { milliseconds: number; then: () => void }[] = [];
  readonly timer = (milliseconds: number, then: () => void) => {
    const one = { milliseconds, then };
    this.waiting.push(one);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== one);
    };
  };
  /** The next of what waits happens; everything that follows from it, too. */
  async next() {
    this.waiting.shift()?.then();
    await settled();
  }
}

async function settled() {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

let server: Server;
let device: Device;
let clock: Clock;
let told: { state: SaveState<string>; onDevice: boolean }[];
const now = () => told.at(-1)?.state.is;

function begun(document = "", etag: string | null = null) {
  return new Autosave(
    { server, device, timer: clock.timer, same, tell: (state) => told.push(state) },
    { document, etag },
  );
}

beforeEach(() => {
  server = new Server();
  device = new Device();
  clock = new Clock();
  told = [];
});

describe("what is typed", () => {
  it("lies on the device at once and on the server after a pause", async () => {
    const autosave = begun();
    autosave.typed("A");
    expect(device.copy?.document).toBe("A");
    expect(server.received).toEqual([]);
    await clock.next();
    expect(server.lies?.document).toBe("A");
    expect(now()).toBe("saved");
  });

  it("leaves the device once the server has it", async () => {
    const autosave = begun();
    autosave.typed("A");
    await clock.next();
    expect(device.copy).toBeUndefined();
  });

  it("goes once for many letters", async () => {
    const autosave = begun();
    for (const text of ["A", "An", "Ant"]) autosave.typed(text);
    await clock.next();
    expect(server.received).toEqual(["Ant"]);
    expect(clock.waiting).toEqual([]);
  });

  it("waits behind what is on its way, and stays on the device until it arrived itself", async () => {
    const autosave = begun();
    server.holds = true;
    autosave.typed("A");
    await clock.next();
    autosave.typed("AB");
    server.holds = false;
    server.held.forEach((go) => go());
    await settled();
    expect(device.copy).toEqual({ document: "AB", etag: "1" });
    await clock.next();
    expect(server.received).toEqual(["A", "AB"]);
    expect(now()).toBe("saved");
    expect(device.copy).toBeUndefined();
  });

  it("says when the device has no room for it", () => {
    device.room = false;
    begun().typed("A");
    expect(told.at(-1)?.onDevice).toBe(false);
  });

  it("can be sent at once, before the page is left or saved", async () => {
    const autosave = begun();
    autosave.typed("A");
    expect(await autosave.flush()).toBe(true);
    expect(server.lies?.document).toBe("A");
    expect(clock.waiting).toEqual([]);
  });
});

describe("a server that does not answer", () => {
  it("is tried again, ever less often, until it has every letter", async () => {
    const autosave = begun();
    server.up = false;
    autosave.typed("A");
    await clock.next();
    expect(now()).toBe("unreachable");
    const waits: (number | undefined)[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      waits.push(clock.waiting[0]?.milliseconds);
      await clock.next();
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => seconds * 1000));
    autosave.typed("AB");
    server.up = true;
    await clock.next();
    expect(server.lies?.document).toBe("AB");
    expect(now()).toBe("saved");
  });

  it("is tried at once when the line is back", async () => {
    const autosave = begun();
    server.up = false;
    autosave.typed("A");
    await clock.next();
    server.up = true;
    autosave.retry();
    await settled();
    expect(server.lies?.document).toBe("A");
    expect(clock.waiting).toEqual([]);
  });

  it("may have taken what it never answered: that is no change by another device", async () => {
    const autosave = begun();
    server.loseAnswer = true;
    autosave.typed("A");
    await clock.next();
    expect(now()).toBe("unreachable");
    server.loseAnswer = false;
    autosave.typed("AB");
    await clock.next();
    await clock.next();
    expect(server.lies?.document).toBe("AB");
    expect(now()).toBe("saved");
  });
});

describe("another device that was faster", () => {
  it("overwrites nothing and is not overwritten before the person has chosen", async () => {
    const autosave = begun("", "1");
    server.lies = { document: "theirs", etag: 5 };
    autosave.typed("mine");
    await clock.next();
    expect(told.at(-1)?.state).toEqual({ is: "changed", theirs: { document: "theirs", etag: "5" } });
    autosave.typed("mine, longer");
    expect(clock.waiting).toEqual([]);
    expect(server.lies.document).toBe("theirs");
    expect(device.copy?.document).toBe("mine, longer");
    autosave.resolve("both");
    await settled();
    expect(server.lies.document).toBe("both");
    expect(now()).toBe("saved");
  });

  it("may have begun the copy that this one thought to begin", async () => {
    const autosave = begun("", null);
    server.lies = { document: "theirs", etag: 1 };
    autosave.typed("mine");
    expect(await autosave.flush()).toBe(false);
    expect(now()).toBe("changed");
  });
});

describe("a refusal", () => {
  it("is told in its sentences, keeps the letters, and is tried again with the next ones", async () => {
    const refusing = {
      put: async (document: string): Promise<PutAnswer<string>> =>
        document.length > 3 ? { is: "refused", sentences: ["Terlalu panjang."] } : server.put(document, null),
    };
    const autosave = new Autosave(
      { server: refusing, device, timer: clock.timer, same, tell: (state) => told.push(state) },
      { document: "", etag: null },
    );
    autosave.typed("ABCD");
    await clock.next();
    expect(told.at(-1)?.state).toEqual({ is: "refused", sentences: ["Terlalu panjang."] });
    expect(device.copy?.document).toBe("ABCD");
    autosave.typed("ABC");
    await clock.next();
    expect(now()).toBe("saved");
  });
});

describe("a form that is left", () => {
  it("sends nothing any more and leaves what is unsaved on the device", async () => {
    const autosave = begun();
    autosave.typed("A");
    autosave.close();
    expect(clock.waiting).toEqual([]);
    expect(device.copy?.document).toBe("A");
  });
});

describe("a form that is opened again", () => {
  const copy = (document: string, etag: string | null): KeptCopy<string> => ({ document, etag });

  it("begins with what the server has", () => {
    expect(beginningOf(copy("A", "1"), undefined, same)).toEqual({ copy: copy("A", "1"), is: "as_saved" });
    expect(beginningOf(copy("A", "2"), copy("A", "1"), same).is).toBe("as_saved");
  });
  it("begins with the letters that only the device has", () => {
    expect(beginningOf(copy("A", "1"), copy("AB", "1"), same)).toEqual({ copy: copy("AB", "1"), is: "typed" });
  });
  it("asks when both have gone on", () => {
    expect(beginningOf(copy("AC", "2"), copy("AB", "1"), same)).toEqual({ copy: copy("AB", "1"), is: "behind" });
  });
});
