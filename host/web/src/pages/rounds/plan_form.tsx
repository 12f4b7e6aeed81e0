// The plan of a round: name, days, place, what it follows, agenda; of a new one what it should
// produce, too.
import { useState } from "preact/hooks";

import type { Problem } from "../../api/problem";
import { saidOf } from "../../api/problem";
import { Field } from "../../parts/field";
import { sentences, titled } from "../../words/words";
import type { PlanTyped, Round } from "./round";
import words from "./words.json";

const say = sentences(words);

interface Props {
  typed: PlanTyped;
  set: (typed: PlanTyped) => void;
  /** Those that it can follow. */
  others: readonly Round[];
  problem?: Problem;
}

export function PlanFields({ typed, set, others, problem }: Props) {
  const change = (key: keyof PlanTyped) => (event: { currentTarget: { value: string } }) =>
    set({ ...typed, [key]: event.currentTarget.value });
  return (
    <>
      <Field label={say("name")} error={saidOf(problem, "/name")} required>
        {(given) => <input {...given} value={typed.name} maxLength={200} onInput={change("name")} />}
      </Field>
      <div class="rounds-pair">
        <Field label={say("from")} error={saidOf(problem, "/from")}>
          {(given) => <input {...given} type="date" value={typed.from} onInput={change("from")} />}
        </Field>
        <Field label={say("to")} error={saidOf(problem, "/to")}>
          {(given) => <input {...given} type="date" value={typed.to} onInput={change("to")} />}
        </Field>
      </div>
      <Field label={say("place")} error={saidOf(problem, "/place")}>
        {(given) => <input {...given} value={typed.place} maxLength={200} onInput={change("place")} />}
      </Field>
      <Field label={say("follows")} help={titled(say("follows_help"))} error={saidOf(problem, "/follows")}>
        {(given) => (
          <select {...given} value={typed.follows} onChange={change("follows")}>
            <option value="">{say("follows_none")}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say("agenda")} help={say("one_a_line")} error={saidOf(problem, "/agenda")}>
        {(given) => <textarea {...given} rows={4} value={typed.agenda} onInput={change("agenda")} />}
      </Field>
    </>
  );
}

/** Of a new round: one expected product a line. */
export function useProducts(problem?: Problem) {
  const [products, setProducts] = useState("");
  const field = (
    <Field label={say("products")} help={say("products_help")} error={saidOf(problem, "/products")}>
      {(given) => (
        <textarea
          {...given}
          rows={3}
          value={products}
          onInput={(event) => setProducts(event.currentTarget.value)}
        />
      )}
    </Field>
  );
  return { products, field };
}
