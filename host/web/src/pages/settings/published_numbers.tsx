// What looks like a person's number in what everybody sees now.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { number } from "../../formats/formats";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { type PublishedNumber, usuallyClosed, usuallyOpen } from "./publication";
import words from "./words.json";

const say = sentences(words);

const numberKinds = ["nik", "nip", "phone", "bank_account"] as const;

function told({ kind, beginning, field }: PublishedNumber): string {
  const known = numberKinds.find((one) => one === kind);
  const named = [...usuallyOpen, ...usuallyClosed].find((one) => one === field);
  return say("warning", {
    kind: known ? say(`number_${known}`) : kind,
    beginning,
    field: named ? say(`field_${named}`) : fieldWord(field),
  });
}

function fieldWord(field: string): string {
  switch (field) {
    case "problem":
    case "target_group":
    case "benefit":
      return say(field).toLocaleLowerCase("id");
    default:
      return field;
  }
}

/** `saves`: how often the publication was saved; each time another look is due. */
export function PublishedNumbers({ code, saves }: { code: string; saves: number }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/publication/warnings", { params: { path: { code } }, signal }),
    [code, saves],
  );
  const warnings = found.value?.warnings ?? [];
  return (
    <>
      <ProblemNotice problem={found.problem} again={found.again} />
      {found.value && warnings.length === 0 && (
        <p>
          <small>{say("warnings_none")}</small>
        </p>
      )}
      {warnings.length > 0 && (
        <details>
          <summary>
            <strong>{say("warnings")}</strong>: {say("warnings_what", { count: number(warnings.length) })}
          </summary>
          <ul>
            {warnings.map((one) => (
              <li key={`${one.innovation} ${one.field} ${one.beginning}`}>
                <a href={`/${code}/inovasi/${one.innovation}`}>{one.name}</a>: {told(one)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
