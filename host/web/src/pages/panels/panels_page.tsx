// All panels of the region: how far each is, and the one's own sheet.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import type { components } from "../../api/schema";
import { day } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

type Panel = components["schemas"]["Panel"];

function scores(panel: Panel): { given: number; wanted: number } {
  const sum = (of: "given" | "wanted") => panel.members.reduce((total, member) => total + member[of], 0);
  return { given: sum("given"), wanted: sum("wanted") };
}

function Row({ code, panel }: { code: string; panel: Panel }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/${code}/panel/${panel.id}`}>{panel.name}</a>
      </th>
      <td>{panel.closed_on ? say("closed_on", { day: day(panel.closed_on) }) : say("open")}</td>
      <td class="number">{panel.members.length}</td>
      <td class="number">{(panel.entries ?? []).length}</td>
      <td class="number">{say("given_of", scores(panel))}</td>
      <td>
        {panel.is_open && may("assess", code) && <a href={`/${code}/panel/${panel.id}/nilai`}>{say("judge")}</a>}
      </td>
    </tr>
  );
}

export default function PanelsPage({ region: code = "" }: Record<string, string>) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/panels", { params: { path: { code } }, signal }),
    [code],
  );
  const panels = found.value?.panels;
  const make = may("choose", code) && (
    <a role="button" href={`/${code}/panel/baru`}>
      {say("new")}
    </a>
  );
  return (
    <Page title={say("title")} actions={make}>
      <p>{say("what")}</p>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!panels && found.loading && <Loading />}
      {panels?.length === 0 && <Empty title={say("none")} what={say(make ? "none_what" : "none_wait")} />}
      {panels && panels.length > 0 && (
        <div class="wide" tabIndex={0} role="region" aria-label={say("title")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("panel")}</th>
                <th scope="col">{say("state")}</th>
                <th scope="col" class="number">
                  {say("members")}
                </th>
                <th scope="col" class="number">
                  {say("entries")}
                </th>
                <th scope="col" class="number">
                  {say("scores")}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {panels.map((panel) => (
                <Row key={panel.id} code={code} panel={panel} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
