import { expect, test } from "vitest";

import { proposalOf } from "./proposal_form";

const formOf = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  return form;
};

test("what is left empty is not sent", () => {
  const form = formOf({
    name: " Peta jalan rusak ",
    summary: "Warga melapor.",
    proposer: "Radio Nagari",
    proposer_kind: "media",
    contact: "  ",
    dimension: "",
    benefit: "Jalan cepat diperbaiki",
  });
  expect(proposalOf(form)).toEqual({
    name: "Peta jalan rusak",
    summary: "Warga melapor.",
    proposer: "Radio Nagari",
    proposer_kind: "media",
    benefit: "Jalan cepat diperbaiki",
  });
});

test("a kind of proposer that nobody knows is a community", () => {
  expect(proposalOf(formOf({ name: "a", summary: "b", proposer: "c", proposer_kind: "x" })).proposer_kind).toBe(
    "community",
  );
});
