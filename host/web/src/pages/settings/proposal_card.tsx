// One proposal with all that its proposer said, and, while it waits, the decision.
import type { Organisation } from "../../api/organisations";
import { day } from "../../formats/formats";
import { organisationKindWord } from "../../parts/organisation_kind";
import { language } from "../../words/language";
import { sentences, titled } from "../../words/words";
import type { Decided, Dimension, Proposal } from "./proposal";
import { ProposalDecision } from "./proposal_decision";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  proposal: Proposal;
  organisations: Organisation[];
  dimensions: Dimension[];
  done: (decided: Decided) => void;
}

export function ProposalCard({ code, proposal, organisations, dimensions, done }: Props) {
  const dimension = dimensions.find((one) => one.key === proposal.dimension)?.name[language.value];
  const details = [
    { label: say("problem"), text: proposal.problem },
    { label: say("target_group"), text: proposal.target_group },
    { label: say("benefit"), text: proposal.benefit },
    { label: titled(say("dimension")), text: dimension },
    { label: say("contact"), text: proposal.contact },
    { label: say("reason"), text: proposal.reason },
  ].filter((one) => one.text);
  return (
    <article class="proposal">
      <h2>{proposal.name}</h2>
      <p>
        <small>
          {say("from", {
            proposer: proposal.proposer || say("someone"),
            kind: organisationKindWord(proposal.proposer_kind),
            day: day(new Date(proposal.received).toISOString()),
          })}
        </small>
      </p>
      <p>{proposal.summary}</p>
      <dl>
        {details.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {proposal.innovation && <a href={`/${code}/inovasi/${proposal.innovation}`}>{say("see_draft")}</a>}
      {proposal.state === "received" && (
        <ProposalDecision code={code} proposal={proposal} organisations={organisations} done={done} />
      )}
    </article>
  );
}
