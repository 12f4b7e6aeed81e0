// The search: what is found follows the typing; one word typed is one step for "back".
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

/** Between two letters somebody who types needs less. */
const pause = 250;

interface Props {
  text: string;
  /** `replace`: the step before was typed, too. */
  change: (text: string, replace: boolean) => void;
}

export function SearchBox({ text, change }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  const typing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const latest = useRef(change);
  latest.current = change;

  const send = (asked: string) => {
    clearTimeout(timer.current);
    if (asked === sent.current) return;
    sent.current = asked;
    latest.current(asked, typing.current);
    typing.current = true;
  };
  const type = (now: string) => {
    setTyped(now);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(now.trim()), pause);
  };
  useEffect(() => {
    // By "back", or a filter taken back: not what was just typed here.
    if (text === sent.current) return;
    clearTimeout(timer.current);
    sent.current = text;
    typing.current = false;
    setTyped(text);
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return (
    <search class="catalogue-search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(typed.trim());
        }}
      >
        <label for={id}>{say("search")}</label>
        <input
          id={id}
          type="search"
          value={typed}
          maxLength={200}
          autocomplete="off"
          placeholder={say("search_example")}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => {
            typing.current = false;
          }}
        />
      </form>
    </search>
  );
}
