// The scenarios that come with the rules (plugins/rules/*/scenario.json): a start for who has
// none yet.
import { type Scenario, scenarioOf } from "../../parts/choice/scenario";

const files = import.meta.glob<unknown>("../../../../../plugins/rules/*/scenario.json", {
  eager: true,
  import: "default",
});

export interface Pack {
  /** The id of its rule. */
  plugin: string;
  scenario: Scenario;
}

const packs: Pack[] = Object.values(files).flatMap((file) => {
  const scenario = scenarioOf(file);
  return scenario?.rules[0] ? [{ plugin: scenario.rules[0].plugin, scenario }] : [];
});

/** Those of the region first. */
export function packsFor(code: string): { own: Pack[]; others: Pack[] } {
  const own = packs.filter((one) => one.scenario.region === code);
  return { own, others: packs.filter((one) => !own.includes(one)) };
}

export const packOf = (plugin: string) => packs.find((one) => one.plugin === plugin);
