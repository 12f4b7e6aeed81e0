import { describe, expect, it } from "vitest";

import forms from "registry-data/reporting_forms.json";

import { placeOf, steps } from "./schema";
import { fieldKeys } from "./typed";

describe("the steps of the form", () => {
  it("ask for every field once", () => {
    const asked = steps.flatMap((step) => step.fields.map((field): string => field.key));
    expect([...asked, "application"].sort()).toEqual([...fieldKeys].sort());
  });
  it("give every text an example", () => {
    const texts = steps.flatMap((step) => step.fields).filter(({ kind }) => kind === "text" || kind === "line");
    expect(texts.filter(({ example }) => !example).map(({ key }) => key)).toEqual([]);
  });
  it("have a place for whatever another form asks an entry for", () => {
    const pointers = forms.forms.flatMap((form) => form.parts.flatMap((part) => part.fields));
    expect(pointers.filter((pointer) => !placeOf(pointer))).toEqual([]);
  });
  it("find a field by a place within it", () => {
    expect(placeOf("/mappings/0/area")).toEqual({ step: 2, key: "mappings" });
    expect(placeOf("/application/name")).toMatchObject({ key: "digital" });
    expect(placeOf("/origin")).toBeUndefined();
  });
});
