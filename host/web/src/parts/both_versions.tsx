// Two versions of the same thing beside one another: one's own, and what somebody else stored.
import { sentences } from "../words/words";
import "./both_versions.css";
import words from "./both_versions.json";
import { StoredMeanwhile } from "./stored_meanwhile";

const say = sentences(words);

interface VersionRow {
  label: string;
  mine: string;
  theirs: string;
}

interface Props {
  rows: readonly VersionRow[];
  busy: boolean;
  keepMine: () => void;
  takeTheirs: () => void;
}

export function BothVersions({ rows, busy, keepMine, takeTheirs }: Props) {
  const differing = rows.filter((row) => row.mine !== row.theirs);
  return (
    <StoredMeanwhile what={say("changed")} busy={busy} keepMine={keepMine} takeTheirs={takeTheirs}>
      <div class="wide" tabIndex={0} role="region" aria-label={say("changed")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("field")}</th>
              <th scope="col">{say("mine")}</th>
              <th scope="col">{say("theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td class="both-versions">{row.mine || say("nothing")}</td>
                <td class="both-versions">{row.theirs || say("nothing")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </StoredMeanwhile>
  );
}
