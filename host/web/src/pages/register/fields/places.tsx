// Where it is carried out: codes of the sub-district and village, or coordinates.
import { useId } from "preact/hooks";

import { sentences } from "../../../words/words";
import type { Place } from "../typed";
import { Repeated } from "./repeated";
import words from "./words.json";

const say = sentences(words);

const members = ["subdistrict", "village", "latitude", "longitude"] as const;

interface KnownPlace {
  kind: "subdistrict" | "village";
  code: string;
  name: string;
}

function PlaceInputs({ place, known, change }: { place: Place; known: KnownPlace[]; change: (place: Place) => void }) {
  const id = useId();
  return (
    <div class="register-row">
      {members.map((member) => (
        <div key={member}>
          <label for={`${id}-${member}`}>{say(member)}</label>
          <input
            id={`${id}-${member}`}
            type="text"
            autocomplete="off"
            maxLength={40}
            list={`${id}-${member}-known`}
            value={place[member] ?? ""}
            onInput={(event) => change({ ...place, [member]: event.currentTarget.value })}
          />
          <datalist id={`${id}-${member}-known`}>
            {known
              .filter(({ kind }) => kind === member)
              .map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
          </datalist>
        </div>
      ))}
    </div>
  );
}

export function Places(props: { places: Place[]; known: KnownPlace[]; change: (places: Place[]) => void }) {
  return (
    <Repeated
      what={say("place")}
      items={props.places}
      empty={{}}
      change={props.change}
      row={(place, put) => <PlaceInputs place={place} known={props.known} change={put} />}
    />
  );
}
