// "Like last year": what an earlier entry of the same owner says, into the fields still empty.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { Picker } from "./fields/picker";
import { likeEarlier } from "./prefill";
import { type Typed, typedOf } from "./typed";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  id: string;
  typed: Typed;
  change: (typed: Typed) => void;
}

function Choice({ code, id, owner, choose }: { code: string; id: string; owner: string; choose: (id: string) => void }) {
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/innovations", {
        params: { path: { code }, query: { owner: [owner], sort: "changed", limit: 200 } },
        signal,
      }),
    [code, owner],
  );
  const earlier = (found.value?.innovations ?? []).filter((one) => one.id !== id);
  if (!found.value) {
    return found.problem ? <ProblemNotice problem={found.problem} again={found.again} /> : <Loading />;
  }
  if (earlier.length === 0) return <p>{say("like_earlier_none")}</p>;
  return (
    <Picker
      single
      what={say("earlier")}
      options={earlier.map((one) => ({ value: one.id, label: one.name ?? one.id, detail: one.applied?.slice(0, 4) }))}
      chosen={[]}
      choose={([one]) => one && choose(one)}
    />
  );
}

export function LikeEarlier({ code, id, typed, change }: Props) {
  const [before, setBefore] = useState<{ typed: Typed; count: number; name: string }>();
  const { run, problem } = useChange();

  const take = async (earlier: string) => {
    const found = await run(() => api.GET("/api/v1/innovations/{id}", { params: { path: { id: earlier } } }));
    if (!found) return;
    const { typed: filled, filled: keys } = likeEarlier(typed, typedOf(found.data));
    setBefore({ typed, count: keys.length, name: found.data.name ?? "" });
    change(filled);
  };

  return (
    <details class="register-like">
      <summary>{say("like_earlier")}</summary>
      <p>{say("like_earlier_what")}</p>
      <ProblemNotice problem={problem} />
      {before ? (
        <Notice kind="good">
          <p>{say("filled_from", { count: before.count, name: before.name })}</p>
          <button
            type="button"
            class="secondary"
            onClick={() => {
              change(before.typed);
              setBefore(undefined);
            }}
          >
            {say("undo")}
          </button>
        </Notice>
      ) : typed.owner ? (
        <Choice code={code} id={id} owner={typed.owner} choose={(one) => void take(one)} />
      ) : (
        <p>{say("like_earlier_none")}</p>
      )}
    </details>
  );
}
