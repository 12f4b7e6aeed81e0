// Every candidate: in or out, where it was placed and why, what it lacks.
import { useState } from "preact/hooks";

import { chosenOf, rejectedOf } from "../../parts/choice/answers";
import { Article } from "../../parts/choice/article";
import { scenarioOf } from "../../parts/choice/scenario";
import { Field } from "../../parts/field";
import { placingWord } from "../../parts/placing";
import { sentences } from "../../words/words";
import { candidatesWith, type PublicCandidate, type PublicSet } from "./public_set";
import words from "./words.json";

const say = sentences(words);

export function Candidates({ set }: { set: PublicSet }) {
  const [typed, setTyped] = useState("");
  const { selection } = set;
  const scenario = scenarioOf(selection.scenario);
  const forcedWay = (id: string) => {
    if (scenario?.include?.some((one) => one.id === id)) return "include";
    return scenario?.exclude?.some((one) => one.id === id) ? "exclude" : undefined;
  };
  const found = candidatesWith(selection.candidates, typed);
  const article = (candidate: PublicCandidate) => (
    <Article
      key={candidate.id}
      candidate={candidate}
      names={selection.names}
      forced={forcedWay(candidate.id)}
      costs={set.shown.cost}
    >
      <Placed set={set} id={candidate.id} />
    </Article>
  );
  const chosen = chosenOf({ candidates: found });
  const rejected = rejectedOf({ candidates: found });
  return (
    <section class="choose-part" id="calon">
      <h2>{say("candidates")}</h2>
      <Field label={say("find")} help={say("find_help")}>
        {(given) => (
          <input {...given} type="search" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
        )}
      </Field>
      <p role="status">{say("found", { count: found.length, all: selection.candidates.length })}</p>
      {chosen.length > 0 && <h3>{say("chosen", { count: chosen.length })}</h3>}
      {chosen.map(article)}
      {rejected.length > 0 && <h3>{say("rejected", { count: rejected.length })}</h3>}
      {rejected.map(article)}
    </section>
  );
}

/** Where the region placed it, and the reason it gave. */
function Placed({ set, id }: { set: PublicSet; id: string }) {
  const placed = set.placings.find((one) => one.candidate === id);
  if (!placed) return null;
  return (
    <p>
      <strong>{placingWord(placed.placing)}</strong>: {placed.reason}
    </p>
  );
}
