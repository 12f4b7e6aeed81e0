import { describe, expect, it } from "vitest";

import { fieldName, placeName } from "./field_names";

describe("the names of fields", () => {
  it("are those of the API", () => {
    expect(fieldName("benefit")).toBe("Manfaat");
  });

  it("lead to a place within a field", () => {
    expect(placeName("/indicators/0/target")).toBe("Indikator 1, target");
    expect(placeName("/budgets/1")).toBe("Anggaran 2");
    expect(placeName("/summary")).toBe("Ringkasan");
    expect(placeName("")).toBe("Seluruh entri");
  });

  it("leave what they do not know as it is", () => {
    expect(placeName("/attributes/warna")).toBe("Isian tambahan daerah, warna");
  });
});
