// The round as a meeting: its plan, who took part, what was said, what it produced, and its steps.
import type { PathProps } from "../../shell/pages";
import { may } from "../../shell/session";
import { Minutes } from "./minutes";
import { Plan } from "./plan";
import { PresenceList } from "./presence";
import { Products } from "./products";
import { RoundFrame } from "./round_frame";
import { Runs } from "./runs";
import { Steps } from "./steps";

export default function MeetingPage({ region: code = "", id = "" }: PathProps) {
  return (
    <RoundFrame code={code} id={id} tab="meeting">
      {(round, record) => {
        const changes = may("choose", code);
        const given = { code, round, record };
        return (
          <>
            <Plan {...given} changes={changes && round.state !== "closed"} />
            <PresenceList {...given} changes={may("record_presence", code) && round.state === "open"} />
            <Minutes {...given} changes={changes && round.state === "open"} />
            <Products {...given} changes={changes && round.state !== "closed"} />
            {changes && <Steps {...given} />}
            <Runs code={code} round={round} />
          </>
        );
      }}
    </RoundFrame>
  );
}
