import { expect, test } from "vitest";

import { cardsOf, isOwnComputer, sheetsOf } from "./link_card";

test("150 cards are 15 full sheets", () => {
  const sheets = sheetsOf(Array.from({ length: 150 }, (_, at) => at));
  expect(sheets.length).toBe(15);
  expect(sheets.every((sheet) => sheet.length === 10)).toBe(true);
  expect(sheets.flat()).toEqual(Array.from({ length: 150 }, (_, at) => at));
});

test("the last sheet holds what is left", () => {
  expect(sheetsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).map((sheet) => sheet.length)).toEqual([10, 1]);
  expect(sheetsOf([])).toEqual([]);
});

test("a row without a link is no card", () => {
  const account = { id: "1", login: "n1", name: "Nagari Satu", disabled: false };
  expect(
    cardsOf([
      { account, organisation: "Nagari Satu", link: "/set-password#a", expires: "2026-12-14T00:00:00Z" },
      { account },
      {},
    ]),
  ).toEqual([
    {
      login: "n1",
      name: "Nagari Satu",
      organisation: "Nagari Satu",
      link: "/set-password#a",
      expires: "2026-12-14T00:00:00Z",
    },
  ]);
});

test("cards lie in the order of their organisations, 2 before 10", () => {
  const row = (organisation: string, name: string) => ({
    account: { id: name, login: name, name, disabled: false },
    organisation,
    link: `/set-password#${name}`,
    expires: "2026-12-14T00:00:00Z",
  });
  const cards = cardsOf([row("Nagari 10", "c"), row("Nagari 2", "b"), row("Nagari 2", "a")]);
  expect(cards.map((card) => card.name)).toEqual(["a", "b", "c"]);
});

test("an address of this computer alone is told apart", () => {
  expect(isOwnComputer("http://127.0.0.1:8013")).toBe(true);
  expect(isOwnComputer("http://localhost:8013")).toBe(true);
  expect(isOwnComputer("https://pilah.example.go.id")).toBe(false);
});
