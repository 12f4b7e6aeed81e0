// One or several of a long list: what is chosen stands above, typing finds the rest.
import { useId, useState } from "preact/hooks";

import { sentences } from "../../../words/words";
import words from "./words.json";

const say = sentences(words);
const shown = 8;

export interface PickerOption {
  value: string;
  label: string;
  detail?: string;
}

interface Props {
  /** What is searched, for the input's name: "organisasi". */
  what: string;
  options: PickerOption[];
  chosen: string[];
  choose: (chosen: string[]) => void;
  /** Only one: a choice replaces the one before. */
  single?: true;
  /** What was typed may be taken as it is. */
  free?: (text: string) => void;
}

const folded = (text: string) => text.toLocaleLowerCase("id").normalize("NFD").replace(/\p{M}/gu, "");

/** Those with every word of the search, the ones that begin with it first. */
export function matching(options: PickerOption[], search: string): PickerOption[] {
  const wanted = folded(search).split(/\s+/).filter(Boolean);
  const texts = options.map((option) => ({ option, text: folded(`${option.label} ${option.detail ?? ""}`) }));
  const found = texts.filter(({ text }) => wanted.every((one) => text.includes(one)));
  const first = wanted[0] ?? "";
  return [
    ...found.filter(({ text }) => text.startsWith(first)),
    ...found.filter(({ text }) => !text.startsWith(first)),
  ].map(({ option }) => option);
}

export function Picker({ what, options, chosen, choose, single, free }: Props) {
  const [search, setSearch] = useState("");
  const id = useId();
  const names = new Map(options.map((option) => [option.value, option.label]));
  const open = options.filter((option) => !chosen.includes(option.value));
  const found = search.trim() === "" ? [] : matching(open, search);
  const take = (value: string) => {
    choose(single ? [value] : [...chosen, value]);
    setSearch("");
  };
  return (
    <div class="register-picker">
      {chosen.length > 0 && (
        <ul class="register-chosen">
          {chosen.map((value) => (
            <li key={value}>
              <span>{names.get(value) ?? value}</span>
              <button
                type="button"
                class="quiet"
                aria-label={say("remove", { what: names.get(value) ?? value })}
                onClick={() => choose(chosen.filter((one) => one !== value))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <label class="visually-hidden" for={id}>
        {say("search", { what })}
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        placeholder={say("search", { what })}
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (found[0]) take(found[0].value);
        }}
      />
      {search.trim() !== "" && (
        <ul class="register-found">
          {found.slice(0, shown).map((option) => (
            <li key={option.value}>
              <button type="button" class="outline" onClick={() => take(option.value)}>
                {option.label} {option.detail && <small>{option.detail}</small>}
              </button>
            </li>
          ))}
          {free && (
            <li>
              <button
                type="button"
                class="outline secondary"
                onClick={() => {
                  free(search.trim());
                  setSearch("");
                }}
              >
                {say("as_typed", { text: search.trim() })}
              </button>
            </li>
          )}
          {found.length === 0 && !free && <li>{say("none_found")}</li>}
          {found.length > shown && <li>{say("more", { count: found.length - shown })}</li>}
        </ul>
      )}
    </div>
  );
}
