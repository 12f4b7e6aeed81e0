// What was otherwise in a run than in the one before, in sentences.
import { number, rupiah } from "../../formats/formats";
import { inWords } from "../../parts/choice/answers";
import { countWords } from "../../parts/choice/groups";
import { keyOf } from "../../parts/choice/scenario";
import { sentences } from "../../words/words";
import type { PublicRuns, PublicSet } from "./public_set";
import words from "./words.json";

const say = sentences(words);

type Since = NonNullable<PublicRuns["runs"][number]["since"]>;
type Selection = Pick<PublicSet["selection"], "criteria" | "candidates" | "as_of">;

/** "/weights/a~1x" as ["weights", "a/x"]. */
const stepsOf = (part: string) =>
  part
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Of {"min", "max"}, as far as they are numbers. */
function endsOf(value: object): { min?: number; max?: number } {
  const { min, max } = value as { min?: unknown; max?: unknown };
  return {
    ...(typeof min === "number" ? { min } : {}),
    ...(typeof max === "number" ? { max } : {}),
  };
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return say("change_nothing");
  if (typeof value === "number") return number(value);
  if (typeof value === "string") return value;
  if (typeof value === "object" && "weight" in value) return valueWords(value.weight);
  if (typeof value === "object" && ("min" in value || "max" in value)) return countWords(endsOf(value));
  return say("change_other_way");
}

function partWords([part = "", of = ""]: string[], { criteria, candidates }: Selection): string {
  const criterion = criteria.find((one) => keyOf(one) === of);
  const candidate = candidates.find((one) => one.id === of);
  switch (part) {
    case "weights":
      return say("change_weight", { criterion: criterion ? inWords(criterion.title) : of });
    case "weighting":
      return say("change_weighting");
    case "count":
      return say(of === "min" ? "change_least" : of === "max" ? "change_most" : "change_count");
    case "limits":
      return of === "budget" ? say("change_budget") : say("change_limit");
    case "include":
    case "exclude":
      return say(part === "include" ? "change_include" : "change_exclude", { name: candidate?.name ?? say("some_candidate") });
    case "bounds":
    case "coverage":
      return say("change_bound");
    case "rules":
      return say("change_rule", { rule: of });
    default:
      return say("change_wish");
  }
}

export function changesOf(since: Since, selection: Selection): string[] {
  const { added, changed, mapped_otherwise: moved, gone } = since.catalogue;
  const entries = added + changed + moved + gone;
  const money = (steps: string[], value: unknown) =>
    steps[0] === "limits" && steps[1] === "budget" && typeof value === "number" ? rupiah(value) : valueWords(value);
  const told = [
    ...since.scenario.map((one) => {
      const steps = stepsOf(one.part);
      const what = partWords(steps, selection);
      if (steps[0] === "include" || steps[0] === "exclude") return what;
      return say("change", { what, before: money(steps, one.before), after: money(steps, one.after) });
    }),
    ...since.plugins.map((one) =>
      say("change_version", { rule: one.id, before: one.before || say("change_nothing"), after: one.after || say("change_nothing") }),
    ),
    ...(entries > 0 ? [say("change_entries", { count: number(entries) })] : []),
    ...(since.other_day ? [say("change_day")] : []),
  ];
  return [...new Set(told)];
}

