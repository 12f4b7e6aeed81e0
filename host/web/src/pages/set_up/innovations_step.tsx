// The innovations that the region knows already; then it is ready.
import type { Region } from "../../shell/region";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { ListImport } from "../lists/list_import";
import words from "./words.json";

const say = sentences(words);

export function InnovationsStep({ here }: { here: Region }) {
  const name = here.name ?? here.code;
  return (
    <>
      <p>{say("innovations_what")}</p>
      {may("import", here.code) ? (
        <ListImport code={here.code} kind="innovations" />
      ) : (
        <p>{say("become", { name })}</p>
      )}
      <a role="button" class="secondary" href={`/${here.code}`}>
        {say("finish", { name })}
      </a>
    </>
  );
}
