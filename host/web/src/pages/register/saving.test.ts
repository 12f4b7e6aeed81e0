import { describe, expect, it } from "vitest";

import {
  type Catalogue,
  changeOf,
  differences,
  type EntryDocument,
  entryOf,
  type Notes,
  saveChange,
  saveNew,
  type Saved,
  taking,
  untouched,
} from "./saving";
import { same, type Typed } from "./typed";

class Notebook implements Notes {
  note: EntryDocument | undefined;
  keep(document: EntryDocument) {
    this.note = document;
    return true;
  }
  kept() {
    return this.note;
  }
  erase() {
    this.note = undefined;
  }
}

/** Makes one entry for a key, and loses the answer when asked to. */
class Entries implements Catalogue {
  made = new Map<string, EntryDocument>();
  keys = new Map<string, string>();
  dropped: string[] = [];
  losesAnswer = false;
  readonly unreachable: Saved = {
    is: "problem",
    problem: { status: 0, title: "Pilah tidak terjangkau.", errors: [] },
  };

  async create(document: EntryDocument, key: string): Promise<Saved> {
    if (!this.keys.has(key)) {
      const id = `entry-${this.made.size + 1}`;
      this.keys.set(key, id);
      this.made.set(id, document);
    }
    const id = this.keys.get(key) ?? "";
    if (!same(this.made.get(id), document)) {
      return { is: "problem", problem: { status: 422, title: "Kunci sudah dipakai.", errors: [] } };
    }
    return this.losesAnswer ? this.unreachable : { is: "saved", id, revision: 1 };
  }
  async change(id: string, revision: number, document: EntryDocument): Promise<Saved> {
    this.made.set(id, document);
    return { is: "saved", id, revision: revision + 1 };
  }
  async dropWorkingCopy(id: string) {
    this.dropped.push(id);
  }
}

const refusal: Saved = { is: "problem", problem: { status: 422, title: "Tidak sah.", errors: [] } };

describe("the document of an entry", () => {
  it("leaves out what is empty and what was typed for a computer's part only", () => {
    const typed: Typed = {
      _from: 7,
      name: "  Antrean ",
      summary: "",
      digital: false,
      application: { use: "builds", name: "SI Antre" },
      budgets: [{}, { year: "2026", source: "apbd", amount: "350 juta" }],
      staff: "12",
      duration_months: "setahun",
      links: ["", "https://contoh.go.id"],
    };
    expect(entryOf(typed)).toEqual({
      name: "Antrean",
      digital: false,
      budgets: [{ year: 2026, source: "apbd", amount: 350_000_000 }],
      staff: 12,
      duration_months: "setahun",
      links: ["https://contoh.go.id"],
    });
  });
  it("has numbers as numbers, and as text those that the API shall refuse", () => {
    expect(entryOf({ staff: "3", duration_months: " " })).toEqual({ staff: 3 });
  });
  it("has decimal numbers in the writing of the API, and others as they were typed", () => {
    const indicators = [{ definition: "waktu", baseline: "90,5", target: "kurang dari 30" }];
    expect(entryOf({ indicators })["indicators"]).toEqual([
      { definition: "waktu", baseline: "90.5", target: "kurang dari 30" },
    ]);
  });
  it("empties by null what was emptied, a member of an object too", () => {
    const change = changeOf({ name: "A", readiness: { struktur: 0 } });
    expect(change).toMatchObject({
      name: "A",
      summary: null,
      readiness: { struktur: 0, infrastruktur: null, suprastruktur: null },
    });
  });
});

describe("two versions of what is typed", () => {
  const mine: Typed = { name: "A", summary: "punya saya", staff: 3 };
  const theirs: Typed = { name: "A", summary: "punya mereka", benefit: "cepat", staff: 3 };
  it("differ in some fields, of which each can be taken", () => {
    expect(differences(mine, theirs).map(({ key }) => key)).toEqual(["summary", "benefit"]);
    expect(taking(mine, theirs, ["benefit"])).toEqual({ ...mine, benefit: "cepat" });
  });
  it("need no choice where only the others changed a field", () => {
    const changed = {
      summary: { before: "lama", after: "punya mereka" },
      benefit: { before: null, after: "cepat" },
    };
    expect(untouched(mine, changed)).toEqual(["benefit"]);
  });
});

describe("the first save of a new entry", () => {
  it("makes the entry and drops the working copy", async () => {
    const entries = new Entries();
    const notes = new Notebook();
    const saved = await saveNew(entries, notes, "copy", { name: "A" });
    expect(saved).toEqual({ is: "saved", id: "entry-1", revision: 1 });
    expect(entries.dropped).toEqual(["copy"]);
    expect(notes.note).toBeUndefined();
  });
  it("makes no second entry when its answer was lost and more was typed since", async () => {
    const entries = new Entries();
    const notes = new Notebook();
    entries.losesAnswer = true;
    expect((await saveNew(entries, notes, "copy", { name: "A" })).is).toBe("problem");
    expect(entries.dropped).toEqual([]);
    entries.losesAnswer = false;
    const saved = await saveNew(entries, notes, "copy", { name: "AB" });
    expect(saved).toEqual({ is: "saved", id: "entry-1", revision: 2 });
    expect(entries.made.size).toBe(1);
    expect(entries.made.get("entry-1")).toMatchObject({ name: "AB" });
  });
  it("goes on with the entry that was made when the catalogue refused what came after", async () => {
    const entries = new Entries();
    const notes = new Notebook();
    entries.losesAnswer = true;
    await saveNew(entries, notes, "copy", { name: "A" });
    entries.losesAnswer = false;
    const change = entries.change.bind(entries);
    entries.change = async () => refusal;
    expect((await saveNew(entries, notes, "copy", { name: "A", staff: "x" })).is).toBe("problem");
    entries.change = change;
    expect(await saveNew(entries, notes, "copy", { name: "A", staff: 3 })).toMatchObject({ id: "entry-1" });
    expect(entries.made.size).toBe(1);
  });
  it("begins anew after a refusal, with what was mended", async () => {
    const entries = new Entries();
    const notes = new Notebook();
    const create = entries.create.bind(entries);
    entries.create = async () => refusal;
    expect((await saveNew(entries, notes, "copy", {})).is).toBe("problem");
    entries.create = create;
    expect((await saveNew(entries, notes, "copy", { name: "A" })).is).toBe("saved");
    expect(entries.made.get("entry-1")).toEqual({ name: "A" });
  });
});

describe("a later save", () => {
  it("changes the revision that was typed from, and drops the working copy", async () => {
    const entries = new Entries();
    const saved = await saveChange(entries, "entry-9", { name: "B", _from: 41 });
    expect(saved).toEqual({ is: "saved", id: "entry-9", revision: 42 });
    expect(entries.dropped).toEqual(["entry-9"]);
  });
});
