// Weights sealed before a panel's scores can be seen: the host keeps a digest, the planner the
// envelope, a file without which nobody opens the seal.
import { useState } from "preact/hooks";

import { useChange } from "../../api/change";
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { Choice } from "../../parts/choice/answers";
import { asBody, explained, type Grounds, type Scenario, sent, unexplained } from "../../parts/choice/scenario";
import shared from "../../parts/choice/words.json";
import { Dialog } from "../../parts/dialog";
import { Field } from "../../parts/field";
import { Notice, ProblemNotice } from "../../parts/notice";
import { saveFile } from "../../parts/save_file";
import { sentences } from "../../words/words";
import { GroundsFields, ownName } from "./grounds_dialog";
import words from "./words.json";

const say = sentences({ ...shared, ...words });

interface Props {
  code: string;
  scenario: Scenario;
  criteria: Choice["criteria"];
  close: () => void;
}

export function SealDialog({ code, scenario, criteria, close }: Props) {
  const [round, setRound] = useState(scenario.round ?? "");
  const [grounds, setGrounds] = useState<Grounds>({ reason: "", by: ownName() });
  const [sealed, setSealed] = useState<string>();
  const change = useChange();
  const rounds = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/rounds", { params: { path: { code } }, signal }),
    [code],
  );
  const needsReason = unexplained(scenario, criteria).length > 0;

  const seal = async () => {
    const told = { reason: grounds.reason.trim(), by: grounds.by.trim() };
    const made = await change.run((key) =>
      api.POST("/api/v1/regions/{code}/weights-seals", {
        params: { path: { code }, header: { "Idempotency-Key": key } },
        body: {
          scenario: asBody(sent(explained(scenario, criteria, told), code)),
          round,
          by: told.by,
        },
      }),
    );
    if (!made) return;
    saveFile(`segel-bobot-${made.data.round_name}.json`, JSON.stringify(made.data.envelope, null, 2));
    setSealed(made.data.digest);
  };

  return (
    <Dialog title={say("seal")} close={close}>
      {sealed ? (
        <Notice kind="good">
          <p>{say("sealed", { digest: sealed })}</p>
          <p>{say("sealed_keep")}</p>
        </Notice>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void seal();
          }}
        >
          <p>{say("seal_what")}</p>
          <ProblemNotice problem={change.problem} />
          <Field label={say("keep_round")} required>
            {(given) => (
              <select {...given} value={round} onChange={(event) => setRound(event.currentTarget.value)}>
                <option value="">{say("choose_round")}</option>
                {rounds.value?.rounds.map((one) => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {needsReason ? (
            <GroundsFields grounds={grounds} change={setGrounds} />
          ) : (
            <Field label={say("by")} required>
              {(given) => (
                <input
                  {...given}
                  maxLength={200}
                  value={grounds.by}
                  onInput={(event) => setGrounds({ ...grounds, by: event.currentTarget.value })}
                />
              )}
            </Field>
          )}
          <button
            type="submit"
            disabled={round === "" || !grounds.by.trim() || (needsReason && !grounds.reason.trim())}
          >
            {say("seal")}
          </button>
        </form>
      )}
    </Dialog>
  );
}
