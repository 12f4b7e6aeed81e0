// The proposal is there. Its address is shown once: only its proposer has it.
import { Notice } from "../../parts/notice";
import { QrCode } from "../../parts/qr_code";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

export function Sent({ tracking, another }: { tracking: string; another: () => void }) {
  const path = `/usulan/${tracking}`;
  return (
    <>
      <Notice kind="good">
        <p>{say("sent_what")}</p>
      </Notice>
      <p>
        <code class="propose-address">{location.origin + path}</code>
      </p>
      <QrCode text={location.origin + path} name={say("sent_qr")} />
      <div class="actions propose-after">
        <a role="button" href={path}>
          {say("follow")}
        </a>
        <button type="button" class="secondary" onClick={another}>
          {say("another")}
        </button>
      </div>
    </>
  );
}
