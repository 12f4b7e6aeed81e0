// An amount of rupiah, typed as people write it ("350 juta"), with what was read of it.
import { useId } from "preact/hooks";

import { rupiah } from "../formats/formats";
import { rupiahOf } from "../formats/typed_numbers";
import { sentences } from "../words/words";
import { Field } from "./field";
import words from "./words.json";

const say = sentences(words);

interface Props {
  label: string;
  help?: string;
  error?: string;
  value: string;
  change: (value: string) => void;
}

export function RupiahField({ label, help, error, value, change }: Props) {
  const id = useId();
  const read = rupiahOf(value);
  const unread = value.trim() !== "" && read === undefined;
  return (
    <Field label={label} help={help} error={error}>
      {(given) => (
        <>
          <input
            {...given}
            aria-describedby={[given["aria-describedby"], `${id}-read`].filter(Boolean).join(" ")}
            aria-invalid={unread ? "true" : given["aria-invalid"]}
            autocomplete="off"
            maxLength={40}
            value={value}
            onInput={(event) => change(event.currentTarget.value)}
          />
          <small id={`${id}-read`} class={unread ? "error" : "help"}>
            {read !== undefined && say("amount_read", { amount: rupiah(read) })}
            {unread && say("amount_unread")}
          </small>
        </>
      )}
    </Field>
  );
}
