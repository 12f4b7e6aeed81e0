import { describe, expect, it } from "vitest";

import data from "registry-data/reporting_forms.json";

import { answersOf, countWords, limitOfWords, valuesAt } from "./filled";

const entry = {
  owner: "a",
  supporting_organisations: ["b"],
  summary: "Pasien mengambil nomor dari rumah.",
  started: "2024-01",
  indicators: [{ definition: "waktu tunggu", baseline: "90" }, { definition: "antrean" }],
  plan_links: [{ kind: "rpjmd", item: "1" }, { kind: "renstra", text: "belum jelas" }],
  budgets: [{ year: 2026, amount: 0 }],
  digital: false,
};

describe("the values at a place of an entry", () => {
  it("are the elements of a list, and those with a member that is asked for", () => {
    expect(valuesAt(entry, "/indicators/*/baseline")).toEqual(["90"]);
    expect(valuesAt(entry, "/plan_links/kind=rpjmd/item")).toEqual(["1"]);
    expect(valuesAt(entry, "/plan_links/kind=renstra/item")).toEqual([]);
    expect(valuesAt(entry, "/supporting_organisations")).toEqual(["b"]);
  });
  it("count 0 and no as answers, and nothing where nothing was said", () => {
    expect(valuesAt(entry, "/budgets/*/amount")).toEqual([0]);
    expect(valuesAt(entry, "/digital")).toEqual([false]);
    expect(valuesAt(entry, "/readiness/struktur")).toEqual([]);
  });
});

describe("words", () => {
  it("are counted as people count them", () => {
    expect(countWords("Dua-tiga orang, 1.500 keluarga (setiap RT/RW).")).toBe(6);
    expect(countWords("  \n ")).toBe(0);
  });
});

describe("the forms that others ask for", () => {
  const answers = answersOf(data.forms, entry);
  const iid = answers.find(({ form }) => form.key === "iid");
  const state = (key: string, part: string) =>
    answers.find(({ form }) => form.key === key)?.parts.find((one) => one.part.key === part)?.state;

  it("have the twenty indicators of the regional innovation index", () => {
    expect(iid?.parts.map(({ part }) => part.key)).toEqual(
      Array.from({ length: 20 }, (_, at) => String(at + 16)),
    );
  });
  it("are filled where the entry has enough answers together", () => {
    expect(state("iid", "24")).toBe("filled"); // the owner and one more agency
    expect(state("iid", "22")).toBe("open"); // two of three actors
    expect(state("iid", "32")).toBe("open"); // started, not applied yet
    expect(state("quick-win", "rpjmd")).toBe("filled");
    expect(state("quick-win", "renstra")).toBe("open");
  });
  it("say what they ask for beyond an entry", () => {
    expect(state("iid", "31")).toBe("outside");
  });
  it("say when a text is longer than they take", () => {
    const long = { summary: "kata ".repeat(201) };
    const part = answersOf(data.forms, long).find(({ form }) => form.key === "kipp")?.parts[0];
    expect(part).toMatchObject({ state: "too_long", words: 201 });
    expect(limitOfWords(data.forms, "/summary")?.words).toBe(200);
    expect(limitOfWords(data.forms, "/owner")).toBeUndefined();
  });
});
