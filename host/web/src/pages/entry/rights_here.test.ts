import { describe, expect, it } from "vitest";

import { stepsFrom } from "./rights_here";

const nobody = { registers: false, approves: false, verifies: false, comments: false };
const official = { ...nobody, registers: true, comments: true };
const verifier = { ...nobody, verifies: true, comments: true };
const head = { ...official, approves: true };
const draft = { status: "draft", pending: false, approved: false, byHead: false } as const;

describe("the steps that an entry offers", () => {
  it("are none for a reader", () => {
    expect(stepsFrom({ ...draft, status: "verified" }, nobody)).toEqual([]);
  });

  it("let who registers submit a draft, and change it", () => {
    expect(stepsFrom(draft, official)).toEqual(["submit", "edit"]);
    expect(stepsFrom({ ...draft, status: "returned" }, official)).toEqual(["edit", "submit"]);
  });

  it("let who registers take a submission back, and not change it meanwhile", () => {
    expect(stepsFrom({ ...draft, status: "submitted" }, official)).toEqual(["recall"]);
  });

  it("let a verifier verify or return what was submitted", () => {
    expect(stepsFrom({ ...draft, status: "submitted" }, verifier)).toEqual(["verify", "return", "archive"]);
    expect(stepsFrom(draft, verifier)).toEqual(["archive"]);
  });

  it("ask the head only where the region does, and once", () => {
    const submitted = { ...draft, status: "submitted" } as const;
    expect(stepsFrom(submitted, head)).toEqual(["recall"]);
    expect(stepsFrom({ ...submitted, byHead: true }, head)).toEqual(["approve", "recall"]);
    expect(stepsFrom({ ...submitted, byHead: true, approved: true }, head)).toEqual(["recall"]);
  });

  it("let a newer version be dropped while it is not submitted", () => {
    expect(stepsFrom({ ...draft, pending: true }, official)).toEqual(["submit", "edit", "drop"]);
    expect(stepsFrom({ ...draft, pending: true, status: "submitted" }, official)).toEqual(["recall"]);
  });

  it("leave an archived entry alone", () => {
    expect(stepsFrom({ ...draft, status: "archived" }, { ...official, ...verifier, registers: true })).toEqual([]);
  });
});
