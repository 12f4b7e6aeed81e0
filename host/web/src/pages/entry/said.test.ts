import { describe, expect, it } from "vitest";

import { reasonsByField } from "./said";

describe("the reasons of a return", () => {
  it("stand beside the fields that they name", () => {
    const said = reasonsByField([
      { pointer: "/summary", text: "Berapa pasien?" },
      { pointer: "/indicators/0/target", text: "Dari mana angkanya?" },
      { pointer: "/indicators/1", text: "Satuannya apa?" },
    ]);
    expect(said.get("summary")).toEqual(["Berapa pasien?"]);
    expect(said.get("indicators")).toEqual(["Dari mana angkanya?", "Satuannya apa?"]);
  });

  it("are of the whole entry without a field", () => {
    expect(reasonsByField([{ text: "Mana buktinya?" }]).get("")).toEqual(["Mana buktinya?"]);
  });
});
