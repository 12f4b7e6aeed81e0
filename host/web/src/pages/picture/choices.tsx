// Whose part of the region, and of when; both stand in the address, so that a view can be shared.
import { useLocation } from "preact-iso";

import type { Organisation } from "../../api/organisations";
import { Field } from "../../parts/field";
import { sentences, titled } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

interface FrozenRound {
  id: string;
  name: string;
}

interface Props {
  organisations: readonly Organisation[];
  rounds: readonly FrozenRound[];
  owner?: string;
  round?: string;
}

function Options({ label, of }: { label: string; of: readonly Organisation[] }) {
  if (of.length === 0) return null;
  return (
    <optgroup label={label}>
      {of.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </optgroup>
  );
}

export function Choices({ organisations, rounds, owner, round }: Props) {
  const { path, route } = useLocation();
  const go = (to: { owner?: string; round?: string }) => {
    const query = new URLSearchParams();
    if (to.owner) query.set("owner", to.owner);
    if (to.round) query.set("round", to.round);
    route(query.size > 0 ? `${path}?${query}` : path, true);
  };
  const agencies = organisations.filter((one) => one.kind === "opd");
  // A list of 150 villages would hide the agencies: of the others only those that own something.
  const others = organisations.filter((one) => one.kind !== "opd" && one.innovations > 0);
  return (
    <div class="picture-choices no-print">
      <Field label={titled(say("owner"))}>
        {(given) => (
          <select
            {...given}
            value={owner ?? ""}
            onChange={(event) => go({ owner: event.currentTarget.value, round })}
          >
            <option value="">{say("all_owners")}</option>
            <Options label={say("agencies")} of={agencies} />
            <Options label={say("others")} of={others} />
          </select>
        )}
      </Field>
      {rounds.length > 0 && (
        <Field label={say("round")}>
          {(given) => (
            <select
              {...given}
              value={round ?? ""}
              onChange={(event) => go({ owner, round: event.currentTarget.value })}
            >
              <option value="">{say("now")}</option>
              {rounds.map((one) => (
                <option key={one.id} value={one.id}>
                  {titled(say("at_round", { name: one.name }))}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  );
}
