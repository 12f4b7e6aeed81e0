// "Like last year": a new entry begins with what an earlier one of the same owner says, as far
// as that may still hold. Status, evidence, measured and verified values never come along, nor
// does money: of the budget the sources come, for the year after.
import { type FieldKey, fieldKeys, isEmpty, type Typed } from "./typed";

const fresh: FieldKey[] = ["started", "applied", "budgets", "indicators"];

function copied(earlier: Typed): Typed {
  const kept = Object.fromEntries(
    fieldKeys.filter((key) => !fresh.includes(key)).map((key) => [key, earlier[key]]),
  );
  return {
    ...kept,
    budgets: earlier.budgets?.map(({ year, source }) => ({
      year: typeof year === "number" && year > 0 ? year + 1 : undefined,
      source,
    })),
    indicators: earlier.indicators?.map(({ definition, unit, source, frequency, baseline, target }) => ({
      definition, unit, source, frequency, baseline, target,
    })),
  };
}

/** What is typed already stays. */
export function likeEarlier(typed: Typed, earlier: Typed): { typed: Typed; filled: FieldKey[] } {
  const from = copied(earlier);
  const filled = fieldKeys.filter((key) => isEmpty(typed[key]) && !isEmpty(from[key]));
  const added = Object.fromEntries(filled.map((key) => [key, from[key]]));
  return { typed: { ...typed, ...added }, filled };
}
