// Accepted for an organisation, or declined with a reason that the proposer reads.
import { api } from "../../api/client";
import { saidOf } from "../../api/problem";
import { useChange } from "../../api/change";
import type { Organisation } from "../../api/organisations";
import { Field } from "../../parts/field";
import { ProblemNotice } from "../../parts/notice";
import { OrganisationOptions } from "../../parts/organisation_select";
import { sentences } from "../../words/words";
import type { Decided, Proposal } from "./proposal";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  proposal: Proposal;
  organisations: Organisation[];
  done: (decided: Decided) => void;
}

export function ProposalDecision({ code, proposal, organisations, done }: Props) {
  const accepting = useChange();
  const declining = useChange();
  const path = { code, id: proposal.id };
  const name = proposal.name ?? "";

  const accept = async (event: SubmitEvent) => {
    event.preventDefault();
    const owner = String(new FormData(event.currentTarget as HTMLFormElement).get("owner"));
    const accepted = await accepting.run((key) =>
      api.POST("/api/v1/regions/{code}/proposals/{id}/accept", {
        params: { path, header: { "Idempotency-Key": key } },
        body: { owner },
      }),
    );
    if (accepted?.data) done({ id: proposal.id, name, innovation: accepted.data.id });
  };
  const decline = async (event: SubmitEvent) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget as HTMLFormElement).get("reason"));
    const declined = await declining.run(() =>
      api.POST("/api/v1/regions/{code}/proposals/{id}/decline", { params: { path }, body: { reason } }),
    );
    if (declined) done({ id: proposal.id, name });
  };
  const wrongOwner = saidOf(accepting.problem, "/owner");
  const wrongReason = saidOf(declining.problem, "/reason");

  return (
    <>
      <details>
        <summary role="button" class="outline">
          {say("accept")}
        </summary>
        <form onSubmit={(event) => void accept(event)}>
          {!wrongOwner && <ProblemNotice problem={accepting.problem} />}
          <Field label={say("accept_owner")} error={wrongOwner} required>
            {(given) => (
              <select {...given} name="owner">
                <OrganisationOptions organisations={organisations} none={say("choose")} />
              </select>
            )}
          </Field>
          <button type="submit" aria-busy={accepting.busy} disabled={accepting.busy}>
            {say("accept_do")}
          </button>
        </form>
      </details>
      <details>
        <summary role="button" class="outline secondary">
          {say("decline")}
        </summary>
        <form onSubmit={(event) => void decline(event)}>
          {!wrongReason && <ProblemNotice problem={declining.problem} />}
          <Field label={say("decline_reason")} help={say("decline_help")} error={wrongReason} required>
            {(given) => <textarea {...given} name="reason" rows={3} maxLength={2000} />}
          </Field>
          <button type="submit" class="secondary" aria-busy={declining.busy} disabled={declining.busy}>
            {say("decline_do")}
          </button>
        </form>
      </details>
    </>
  );
}
