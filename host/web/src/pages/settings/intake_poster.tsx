// An opened link as a poster for the room: shown once, as the link is.
import { day } from "../../formats/formats";
import { Notice } from "../../parts/notice";
import { PrintButton } from "../../parts/print_button";
import { QrCode } from "../../parts/qr_code";
import { region } from "../../shell/region";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

export interface OpenedLink {
  name: string;
  token: string;
  expires: number;
}

export function IntakePoster({ opened, close }: { opened: OpenedLink; close: () => void }) {
  const address = `${location.origin}/usul/${opened.token}`;
  return (
    <section class="intake-poster">
      <div class="no-print">
        <Notice kind="note">
          <p>{say("link_opened")}</p>
        </Notice>
      </div>
      <h2>{opened.name}</h2>
      <p>{region.value?.name}</p>
      <QrCode text={address} name={say("link_qr", { name: opened.name })} />
      <p>{say("link_scan")}</p>
      <p>
        <code class="settings-secret">{address}</code>
      </p>
      <p>
        {say("link_until")} {day(new Date(opened.expires).toISOString())}
      </p>
      <div class="actions no-print">
        <PrintButton first label={say("link_print")} />
        <button type="button" class="secondary" onClick={close}>
          {say("cancel_poster")}
        </button>
      </div>
    </section>
  );
}
