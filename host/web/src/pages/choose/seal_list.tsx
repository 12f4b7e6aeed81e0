// Weights sealed for a round, and the way to open them with their envelope.
import { useRef, useState } from "preact/hooks";

import { api } from "../../api/client";
import { type Problem, problemOf } from "../../api/problem";
import { useResource } from "../../api/resource";
import { day } from "../../formats/formats";
import type { Seal } from "../../parts/choice/answers";
import shared from "../../parts/choice/words.json";
import { ProblemNotice } from "../../parts/notice";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

export function SealList({ code }: { code: string }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/weights-seals", { params: { path: { code } }, signal }),
    [code],
  );
  const seals = found.value?.seals ?? [];
  if (seals.length === 0) return null;
  return (
    <section class="choose-part">
      <h2>{say("seals")}</h2>
      <ul>
        {seals.map((one) => (
          <SealRow key={one.id} code={code} seal={one} again={found.again} />
        ))}
      </ul>
    </section>
  );
}

/** What an envelope holds, as far as a file can be one. */
function envelopeOf(text: string): { salt: string; content: Record<string, never> } | undefined {
  try {
    const found = JSON.parse(text) as { salt?: unknown; content?: unknown };
    if (typeof found.salt !== "string" || typeof found.content !== "object") return undefined;
    return { salt: found.salt, content: (found.content ?? {}) as Record<string, never> };
  } catch {
    return undefined;
  }
}

function SealRow({ code, seal, again }: { code: string; seal: Seal; again: () => void }) {
  const [problem, setProblem] = useState<Problem>();
  const chosen = useRef<HTMLInputElement>(null);
  const open = async (file: File) => {
    const envelope = envelopeOf(await file.text());
    if (!envelope) {
      setProblem({ status: 0, title: say("seal_no_envelope"), errors: [] });
      return;
    }
    const { data, error, response } = await api.POST("/api/v1/regions/{code}/weights-seals/{id}/open", {
      params: { path: { code, id: seal.id } },
      body: envelope,
    });
    if (data) again();
    else setProblem(problemOf(error, response));
  };
  return (
    <li>
      {say("seal_told", { day: day(seal.sealed_on), by: seal.by })} {seal.round_name} · {seal.scenario}{" "}
      <code class="choose-digest">{seal.digest.slice(0, 16)}…</code>{" "}
      {seal.opened_on ? say("seal_opened", { day: day(seal.opened_on) }) : say("seal_not_open")}
      <ProblemNotice problem={problem} />
      {!seal.opened_on && may("choose", code) && (
        <>
          <button type="button" class="quiet" onClick={() => chosen.current?.click()}>
            {say("seal_open")}
          </button>
          <input
            ref={chosen}
            type="file"
            accept="application/json,.json"
            hidden
            aria-label={say("seal_open")}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) open(file).catch((error: unknown) => setProblem(problemOf(error)));
            }}
          />
        </>
      )}
    </li>
  );
}
