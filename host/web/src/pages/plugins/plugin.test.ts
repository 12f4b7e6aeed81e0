import { describe, expect, test } from "vitest";

import type { JsonObject } from "../../parts/schema";
import { addressOf, asked, byId, keyIn, offersOf, parametersIn, type Plugin, signedBy } from "./plugin";

const plugin = (given: Partial<Plugin>): Plugin => ({
  id: "cepat",
  version: "1.0.0",
  name: { id: "Cepat", en: "Fast" },
  offers: ["pilah.rule/1"],
  digest: "d".repeat(64),
  built_in: false,
  key: "a".repeat(64),
  signer: "Penulis",
  columns: [],
  criteria: [],
  suffixes: [],
  licence: "Apache-2.0",
  contact: "",
  parameters: {},
  enabled_in: [],
  check: null,
  ...given,
});

test("versions of one plugin stand together, the newest last", () => {
  const all = [plugin({}), plugin({ version: "1.1.0" }), plugin({ id: "oki" })];
  expect(byId(all).map((one) => [one.id, one.versions.map((each) => each.version)])).toEqual([
    ["cepat", ["1.0.0", "1.1.0"]],
    ["oki", ["1.0.0"]],
  ]);
});

test("what a plugin offers is known by its kind, whatever the number after it", () => {
  expect(offersOf(plugin({ offers: ["pilah.exporter/1", "pilah.rule/2"] }))).toEqual(["rule", "exporter"]);
  expect(offersOf(plugin({ offers: ["pilah.teleporter/1"] }))).toEqual([]);
});

test("only what a browser may open becomes a link", () => {
  expect(addressOf("https://example.org/pilah")).toBe("https://example.org/pilah");
  expect(addressOf("penulis@example.org")).toBe("mailto:penulis@example.org");
  expect(addressOf("javascript:alert(1)")).toBeUndefined();
  expect(addressOf("javascript:a@b")).toBeUndefined();
  expect(addressOf("http://example.org")).toBeUndefined();
});

test("the key is read out of the sentence that refuses its package", () => {
  const key = "1a49".repeat(16);
  expect(keyIn(`Paket x ditandatangani dengan kunci ${key}. Pastikan.`)).toBe(key);
  expect(keyIn("Paket x rusak")).toBeUndefined();
  expect(signedBy([plugin({}), plugin({ key: key })], key)).toHaveLength(1);
});

describe("the scenario that is tried", () => {
  const shipped: JsonObject = {
    name: "empat",
    region: "16.02",
    rules: [{ plugin: "oki" }, { plugin: "cepat", version: "1.0.0", parameters: { horizon_months: 12 } }],
    count: { min: 4 },
  };

  test("is the one that came along, with the parameters of the form and in this region", () => {
    expect(parametersIn(shipped, "cepat")).toEqual({ horizon_months: 12 });
    expect(asked(shipped, "cepat", "13.11", { horizon_months: 9 })).toEqual({
      scenario: {
        ...shipped,
        region: "13.11",
        rules: [{ plugin: "oki" }, { plugin: "cepat", version: "1.0.0", parameters: { horizon_months: 9 } }],
      },
      pointer: "/rules/1/parameters",
    });
  });

  test("is of the plugin alone when none came along", () => {
    expect(parametersIn(null, "cepat")).toEqual({});
    expect(asked(null, "cepat", "13.11", {})).toEqual({
      scenario: { region: "13.11", rules: [{ plugin: "cepat", parameters: {} }] },
      pointer: "/rules/0/parameters",
    });
  });
});
