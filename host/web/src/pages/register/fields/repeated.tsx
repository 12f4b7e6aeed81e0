// Things of one kind, a frame each, that are added and removed.
import type { ComponentChildren } from "preact";

import { sentences, titled } from "../../../words/words";
import words from "./words.json";

const say = sentences(words);

interface Props<Item> {
  what: string;
  items: Item[];
  empty: Item;
  change: (items: Item[]) => void;
  row: (item: Item, put: (item: Item) => void, at: number) => ComponentChildren;
}

export function Repeated<Item>({ what, items, empty, change, row }: Props<Item>) {
  return (
    <>
      {items.map((item, at) => {
        const name = titled(say("line", { what, number: at + 1 }));
        return (
          <fieldset key={at} class="register-item">
            <legend>{name}</legend>
            {row(item, (changed) => change(items.map((other, place) => (place === at ? changed : other))), at)}
            <button
              type="button"
              class="quiet"
              onClick={() => change(items.filter((_, place) => place !== at))}
            >
              {say("remove", { what: name })}
            </button>
          </fieldset>
        );
      })}
      <button type="button" class="outline" onClick={() => change([...items, empty])}>
        {say("add_line", { what })}
      </button>
    </>
  );
}
