import { describe, expect, test } from "vitest";

import { completed, fresh, schemaOf, type Schema, withMember } from "./schema";

const table: Schema = {
  type: "array",
  maxItems: 20,
  default: [{ criterion: "soon" }],
  items: {
    type: "object",
    required: ["criterion"],
    properties: {
      criterion: { type: "string" },
      weight: { type: "integer", minimum: 0, default: 1 },
    },
  },
};

const rule: Schema = {
  type: "object",
  properties: {
    horizon: { type: "integer", minimum: 6, maximum: 36, default: 24 },
    strict: { type: "boolean", default: false },
    note: { type: "string" },
    needs: {
      type: "object",
      default: {},
      properties: { living: { type: "integer", default: 80 } },
    },
    table,
  },
};

describe("a value with its defaults", () => {
  test("every default is filled in, as deep as it lies, and what has none stays open", () => {
    expect(completed(rule, {})).toEqual({
      horizon: 24,
      strict: false,
      needs: { living: 80 },
      table: [{ criterion: "soon", weight: 1 }],
    });
  });

  test("what is written holds, be it false, 0 or empty", () => {
    expect(completed(rule, { horizon: 0, strict: false, table: [], needs: { living: 0 } })).toEqual({
      horizon: 0,
      strict: false,
      table: [],
      needs: { living: 0 },
    });
  });

  test("what is written and unknown to the schema stays, for the host to refuse", () => {
    expect(completed({ type: "object", properties: {} }, { other: 1 })).toEqual({ other: 1 });
  });

  test("an object without a default that nobody wrote stays away", () => {
    const inner: Schema = { type: "object", properties: { a: { type: "integer", default: 1 } } };
    expect(completed({ type: "object", properties: { inner } }, {})).toEqual({});
  });
});

test("a new line of a list has the defaults of its members", () => {
  expect(fresh(table.items ?? table)).toEqual({ weight: 1 });
  expect(fresh({ type: "string", enum: ["a", "b"] })).toBe("a");
  expect(fresh({ type: "number", minimum: 3 })).toBe(3);
  expect(fresh({ type: "boolean" })).toBe(false);
});

test("a member without a value goes", () => {
  expect(withMember({ a: 1, b: 2 }, "a", undefined)).toEqual({ b: 2 });
  expect(withMember({ a: 1 }, "a", null)).toEqual({ a: null });
});

test("a plugin that takes no parameters has no schema", () => {
  expect(schemaOf({})).toBeUndefined();
  expect(schemaOf({ type: "object", properties: {} })).toBeUndefined();
  expect(schemaOf(rule)).toBe(rule);
});
