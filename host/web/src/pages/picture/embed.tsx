// The line that puts the map into another site.
import { Field } from "../../parts/field";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

export function Embed({ code, name }: { code: string; name: string }) {
  const address = `${location.origin}/sematan/${code}/peta`;
  const title = say("embedded_title", { name }).replaceAll('"', "&quot;");
  return (
    <details class="no-print">
      <summary>{say("embed")}</summary>
      <p>{say("embed_what")}</p>
      <Field label={say("embed_code")}>
        {(given) => (
          <input
            {...given}
            readOnly
            value={`<iframe src="${address}" title="${title}" width="100%" height="700"></iframe>`}
            onFocus={(event) => event.currentTarget.select()}
          />
        )}
      </Field>
    </details>
  );
}
