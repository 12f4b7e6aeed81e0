// Bring your list: the innovations that a region keeps in spreadsheets already.
import { Empty } from "../../parts/empty";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import { ListImport } from "./list_import";
import words from "./words.json";

const say = sentences(words);

export default function ListsPage({ region: code = "" }: PathProps) {
  if (!may("import", code)) return <Empty title={say("title")} what={say("may_not")} />;
  return (
    <Page title={say("title")}>
      <p>{say("what")}</p>
      <ListImport
        code={code}
        kind="innovations"
        next={
          <a role="button" href={`/${code}/inovasi`}>
            {say("see_entries")}
          </a>
        }
      />
    </Page>
  );
}
