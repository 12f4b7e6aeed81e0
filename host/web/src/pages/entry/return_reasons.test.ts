import { describe, expect, it } from "vitest";

import { sentReasons } from "./return_reasons";

describe("the reasons of a return", () => {
  it("are sent with the fields that they stand beside", () => {
    expect(sentReasons({ "/summary": " Berapa pasien? ", "": "Mana buktinya?" })).toEqual([
      { pointer: "/summary", text: "Berapa pasien?" },
      { pointer: "", text: "Mana buktinya?" },
    ]);
  });

  it("leave out what was begun and not written", () => {
    expect(sentReasons({ "/summary": "", "/benefit": "  " })).toEqual([]);
  });
});
