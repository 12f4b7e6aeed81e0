// Behind a link or a QR code: somebody proposes an innovation, without an account.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { day } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { sentences } from "../../words/words";
import { ProposeForm } from "./propose_form";
import { Sent } from "./sent";
import words from "./words.json";
import "./propose.css";

const say = sentences(words);

export default function ProposePage({ token = "" }: PathProps) {
  const found = useResource(
    (signal) => api.GET("/api/v1/intake/{token}", { params: { path: { token } }, signal }),
    [token],
  );
  const [tracking, setTracking] = useState<string>();
  const invitation = found.value;
  if (found.problem) return <Empty title={say("closed")} what={found.problem.title} />;
  if (!invitation) return <Loading />;
  return (
    <Page title={say(tracking ? "sent" : "title")}>
      <p>
        {say("for", {
          region: invitation.region,
          name: invitation.name,
          day: day(new Date(invitation.expires).toISOString()),
        })}
      </p>
      {tracking ? (
        <Sent tracking={tracking} another={() => setTracking(undefined)} />
      ) : (
        <ProposeForm token={token} done={setTracking} />
      )}
    </Page>
  );
}
