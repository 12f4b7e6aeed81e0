// By which selection a set was adopted, when, and by which decree.
import type { ComponentChildren } from "preact";

import { day } from "../../formats/formats";
import { sentences } from "../../words/words";
import type { QuickWinSet } from "./set";
import "./sets.css";
import words from "./words.json";

const say = sentences(words);

export function Facts({ code, set }: { code: string; set: QuickWinSet }) {
  const facts: [string, ComponentChildren][] = [
    [say("selection"), <a href={`/${code}/pilih/${set.selection}`}>{set.selection_name}</a>],
    [say("adopted_on"), set.adopted_on ? day(set.adopted_on) : say("unknown")],
    [say("decree"), set.decree || say("no_decree")],
  ];
  return (
    <dl class="quick-win-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
