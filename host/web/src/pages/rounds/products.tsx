// What the round should produce, and the document of each that is there.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useRecordChange } from "../../api/record";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import type { Given } from "./given";
import type { Product } from "./round";
import words from "./words.json";

const say = sentences(words);

interface LineProps {
  product: Product;
  error?: string;
  busy: boolean;
  save: (document: string) => void;
  takeAway: () => void;
}

function Line({ product, error, busy, save, takeAway }: LineProps) {
  const stored = product.document ?? "";
  const [own, setOwn] = useState<string>();
  const typed = own ?? stored;
  const name = product.name ?? "";
  return (
    <form
      class="rounds-product"
      onSubmit={(event) => {
        event.preventDefault();
        save(typed.trim());
      }}
    >
      <Field
        label={name}
        help={own !== undefined && own !== stored && stored ? say("stored", { document: stored }) : undefined}
        error={error}
      >
        {(given) => (
          <input
            {...given}
            value={typed}
            maxLength={200}
            placeholder={say("document_example")}
            onInput={(event) => setOwn(event.currentTarget.value)}
          />
        )}
      </Field>
      <button type="submit" disabled={busy || typed.trim() === stored} aria-label={say("save_document", { name })}>
        {say("save")}
      </button>
      <button
        type="button"
        class="quiet"
        disabled={busy}
        aria-label={say("take_away_what", { what: name })}
        onClick={takeAway}
      >
        {say("take_away")}
      </button>
    </form>
  );
}

export function Products({ code, round, record, changes }: Given) {
  const products = round.products ?? [];
  const [name, setName] = useState("");
  const change = useRecordChange(record);
  const put = async (after: readonly Product[], done?: () => void) => {
    // What is typed stays beside what is stored now.
    const changed = await change.run((etag) =>
      api.PATCH("/api/v1/regions/{code}/rounds/{id}", {
        params: { path: { code, id: round.id }, header: { "If-Match": etag } },
        body: { products: [...after] },
      }),
    );
    if (changed) done?.();
  };
  return (
    <section>
      <h2>{say("products")}</h2>
      <ProblemNotice problem={change.problem} />
      {products.length === 0 && <p>{say("no_products")}</p>}
      {!changes && (
        <ul>
          {products.map((one) => (
            <li key={one.name}>
              {one.name}: {one.document || <em>{say("no_document")}</em>}
            </li>
          ))}
        </ul>
      )}
      {changes &&
        products.map((product, place) => (
          <Line
            key={product.name}
            product={product}
            error={saidOf(change.problem, `/products/${place}/document`)}
            busy={change.busy}
            save={(document) =>
              void put(products.map((one, each) => (each === place ? { ...one, document } : one)))
            }
            takeAway={() => void put(products.filter((_, each) => each !== place))}
          />
        ))}
      {changes && (
        <form
          class="rounds-product"
          onSubmit={(event) => {
            event.preventDefault();
            void put([...products, { name: name.trim() }], () => setName(""));
          }}
        >
          <Field label={say("new_product")} error={saidOf(change.problem, `/products/${products.length}/name`)}>
            {(given) => (
              <input
                {...given}
                value={name}
                maxLength={200}
                onInput={(event) => setName(event.currentTarget.value)}
              />
            )}
          </Field>
          <button type="submit" disabled={change.busy || name.trim() === ""}>
            {say("add")}
          </button>
        </form>
      )}
    </section>
  );
}
