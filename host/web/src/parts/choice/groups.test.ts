import { afterEach, describe, expect, test } from "vitest";

import { language } from "../../words/language";
import { boundWords, countWords, coverageWords, type GroupNames, groupWords } from "./groups";

const names: GroupNames = {
  dimension: new Map([["smart-living", { id: "Kehidupan Cerdas", en: "Smart Living" }]]),
  area: new Map([["health", { id: "Kesehatan", en: "Health" }]]),
  organisation: new Map([["DINKES", "Dinas Kesehatan"]]),
};

afterEach(() => {
  language.value = "id";
});

describe("groups in words", () => {
  test("a family is each of its groups", () => {
    expect(groupWords("dimension:*", names)).toBe("setiap dimensi");
    expect(groupWords("organisation:*", names)).toBe("setiap organisasi pemilik");
  });

  test("a group has its name, in the reader's language", () => {
    expect(groupWords("dimension:smart-living", names)).toBe("dimensi Kehidupan Cerdas");
    expect(groupWords("organisation:DINKES", names)).toBe("Dinas Kesehatan");
    language.value = "en";
    expect(groupWords("dimension:smart-living", names)).toBe("dimension Smart Living");
  });

  test("a group without a known name is called by its key", () => {
    expect(groupWords("village:Lubuk Gadang", names)).toBe("desa Lubuk Gadang");
    expect(groupWords("organisation:BARU", names)).toBe("BARU");
  });
});

describe("bounds in words", () => {
  test("a bound says each of its ends", () => {
    expect(boundWords({ group: "dimension:*", min: 1 }, names)).toBe(
      "paling sedikit 1 dari setiap dimensi",
    );
    expect(boundWords({ group: "organisation:*", max: 2 }, names)).toBe(
      "paling banyak 2 dari setiap organisasi pemilik",
    );
    expect(boundWords({ group: "area:health", min: 1, max: 3 }, names)).toBe(
      "1 sampai 3 dari subdimensi Kesehatan",
    );
  });

  test("ends that meet are one number, and a largest of 0 is none", () => {
    expect(boundWords({ group: "area:health", min: 2, max: 2 }, names)).toBe(
      "tepat 2 dari subdimensi Kesehatan",
    );
    expect(boundWords({ group: "area:health", max: 0 }, names)).toBe(
      "tidak satu pun dari subdimensi Kesehatan",
    );
  });

  test("coverage and count are said in the same way", () => {
    expect(coverageWords({ groups: "area:*", min: 12 })).toBe(
      "paling sedikit 12 subdimensi yang berbeda terwakili",
    );
    expect(countWords({ min: 8, max: 8 })).toBe("tepat 8");
    expect(countWords({ min: 6, max: 8 })).toBe("6 sampai 8");
    expect(countWords({ max: 8 })).toBe("paling banyak 8");
    expect(countWords(undefined)).toBe("berapa pun");
  });
});
