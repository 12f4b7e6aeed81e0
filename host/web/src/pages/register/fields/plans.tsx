// Which items of the region's plans it carries out; a text while the item is not found.
import { sentences, word } from "../../../words/words";
import type { PlanLink } from "../typed";
import { Picker } from "./picker";
import words from "./words.json";

const say = sentences(words);

export interface PlanItem {
  id: string;
  kind: PlanLink["kind"];
  name: string;
  /** "RPJMD 2021-2026", "Renstra Dinas Kesehatan" */
  plan: string;
}

interface Props {
  links: PlanLink[];
  items: PlanItem[];
  change: (links: PlanLink[]) => void;
}

export function Plans({ links, items, change }: Props) {
  const byId = new Map(items.map((item) => [item.id, item]));
  return (
    <>
      {links.length > 0 && (
        <ul class="register-chosen">
          {links.map((link, at) => {
            const item = link.item === undefined ? undefined : byId.get(link.item);
            const name = item?.name ?? link.text ?? link.item ?? "";
            return (
              <li key={at}>
                <span>
                  {name} <small>{item?.plan ?? `${word(link.kind ?? "plan")}, ${say("unresolved")}`}</small>
                </span>
                <button
                  type="button"
                  class="quiet"
                  aria-label={say("remove", { what: name })}
                  onClick={() => change(links.filter((_, place) => place !== at))}
                >
                  ✕
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {items.length === 0 && <p>{say("no_plans")}</p>}
      <Picker
        what={say("plan_item")}
        options={items
          .filter(({ id }) => !links.some((link) => link.item === id))
          .map(({ id, name, plan }) => ({ value: id, label: name, detail: plan }))}
        chosen={[]}
        choose={([id]) => {
          const item = byId.get(id ?? "");
          if (item) change([...links, { kind: item.kind, item: item.id, text: item.name }]);
        }}
        free={(text) => change([...links, { kind: "rpjmd", text }])}
      />
    </>
  );
}
