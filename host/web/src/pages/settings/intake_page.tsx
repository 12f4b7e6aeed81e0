// Links by which anybody proposes without an account: opened for an occasion, shown once as a
// poster with a QR code, closed again.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { useChange } from "../../api/change";
import { day, number } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import type { PathProps } from "../../shell/pages";
import { sentences } from "../../words/words";
import { IntakePoster, type OpenedLink } from "./intake_poster";
import { OpenLink } from "./open_link";
import { SettingsTabs } from "./settings_tabs";
import words from "./words.json";

const say = sentences(words);

const dayOf = (milliseconds: number) => day(new Date(milliseconds).toISOString());

export default function IntakePage({ region: code = "" }: PathProps) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/intake-links", { params: { path: { code } }, signal }),
    [code],
  );
  const closing = useChange();
  const [asked, setAsked] = useState(false);
  const [opened, setOpened] = useState<OpenedLink>();
  const links = found.value?.intake_links;
  const stateOf = (link: { closed: boolean; expires: number }) =>
    say(link.closed ? "link_is_closed" : link.expires < Date.now() ? "link_is_over" : "link_is_open");
  const end = async (id: string) => {
    const done = await closing.run(() =>
      api.POST("/api/v1/regions/{code}/intake-links/{id}/close", { params: { path: { code, id } } }),
    );
    if (done) found.again();
  };

  return (
    <Page
      title={say("part_links")}
      actions={
        <button type="button" onClick={() => setAsked(true)}>
          {say("link_open")}
        </button>
      }
    >
      <SettingsTabs code={code} />
      <p class="beside-poster">{say("links_what")}</p>
      <ProblemNotice problem={found.problem ?? closing.problem} again={found.again} />
      {opened && <IntakePoster opened={opened} close={() => setOpened(undefined)} />}
      <div class="beside-poster">
        {!links && found.loading && <Loading />}
        {links?.length === 0 && <Empty title={say("links_none")} what={say("links_none_what")} />}
        {links && links.length > 0 && (
          <div class="wide" tabIndex={0} role="region" aria-label={say("part_links")}>
            <table class="striped">
              <thead>
                <tr>
                  <th scope="col">{say("link_name")}</th>
                  <th scope="col">{say("link_until")}</th>
                  <th scope="col" class="number">
                    {say("link_received")}
                  </th>
                  <th scope="col" class="number">
                    {say("link_waiting")}
                  </th>
                  <th scope="col">{say("link_state")}</th>
                  <th scope="col">{say("actions")}</th>
                </tr>
              </thead>
              <tbody>
                {links.map((link) => (
                  <tr key={link.id}>
                    <th scope="row">{link.name}</th>
                    <td>{dayOf(link.expires)}</td>
                    <td class="number">{number(link.received)}</td>
                    <td class="number">{number(link.waiting)}</td>
                    <td>{stateOf(link)}</td>
                    <td>
                      {!link.closed && (
                        <button
                          type="button"
                          class="quiet"
                          disabled={closing.busy}
                          aria-label={say("link_close_of", { name: link.name })}
                          onClick={() => void end(link.id)}
                        >
                          {say("link_close")}
                        </button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
      {asked && (
        <OpenLink
          code={code}
          close={() => setAsked(false)}
          done={(link) => {
            setAsked(false);
            setOpened(link);
            found.again();
          }}
        />
      )}
    </Page>
  );
}
