// The region's agencies, subdistricts and villages, from a list that is dropped or pasted.
import { useOrganisations } from "../../api/organisations";
import { ProblemNotice } from "../../parts/notice";
import { number } from "../../formats/formats";
import { organisationKindWord } from "../../parts/organisation_kind";
import { sentences } from "../../words/words";
import { ListImport } from "../lists/list_import";
import words from "./words.json";

const say = sentences(words);

export function OrganisationsStep({ code }: { code: string }) {
  const organisations = useOrganisations(code);
  const counts = new Map<string, number>();
  for (const { kind } of organisations.list) {
    counts.set(organisationKindWord(kind), (counts.get(organisationKindWord(kind)) ?? 0) + 1);
  }
  const kinds = [...counts].map(([kind, count]) => `${number(count)} ${kind}`).join(", ");
  return (
    <>
      <p>{say("organisations_what")}</p>
      <ProblemNotice problem={organisations.problem} again={organisations.again} />
      {organisations.known && (
        <p role="status">
          {organisations.list.length === 0
            ? say("organisations_none")
            : say("organisations_now", { count: number(organisations.list.length), kinds })}
        </p>
      )}
      <ListImport code={code} kind="organisations" taken={organisations.again} />
    </>
  );
}
