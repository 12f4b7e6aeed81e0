// How many there are: by status for those who work here, by dimension for everybody.
import { number } from "../../formats/formats";
import type { NamesLoaded } from "../../parts/innovation/names";
import { statusWord } from "../../parts/innovation/value_words";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

interface Value {
  value: string | null;
  count: number;
}

/** The way an entry goes. */
const order = ["draft", "submitted", "returned", "verified", "archived"];

export function StatusCounts({ code, counts }: { code: string; counts: Value[] }) {
  return (
    <ul class="region-home-counts">
      {order.map((status) => {
        const count = counts.find((one) => one.value === status)?.count ?? 0;
        return (
          <li key={status}>
            <a href={`/${code}/inovasi?status=${status}`}>
              <strong>{number(count)}</strong> {statusWord(status)}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

export function DimensionCounts({ code, counts, names }: { code: string; counts: Value[]; names: NamesLoaded }) {
  const known = counts.filter((one) => one.value !== null);
  if (known.length === 0) return null;
  return (
    <section>
      <h2>{say("by_dimension")}</h2>
      <ul class="region-home-counts">
        {known.map((one) => (
          <li key={one.value}>
            <a href={`/${code}/inovasi?dimension=${one.value}`}>
              <strong>{number(one.count)}</strong> {names.dimension(one.value ?? "")}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
