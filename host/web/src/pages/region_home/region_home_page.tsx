// The home of a region: what the reader does next here, how far the region is, and the search.
import { useLocation } from "preact-iso";
import { useId } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { instant, number } from "../../formats/formats";
import { useNames } from "../../parts/innovation/names";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { WhoseCount } from "../../parts/whose_count";
import { region } from "../../shell/region";
import { may, seesWholeRegion, session } from "../../shell/session";
import { sentences } from "../../words/words";
import { addressOf, everything } from "../catalogue/filter";
import { OwnDuties } from "../inbox/duties";
import { Waiting } from "../inbox/waiting";
import { DimensionCounts, StatusCounts } from "./counts";
import { CoverageLine } from "./coverage_line";
import { instantOf, isOver } from "./deadline";
import { FirstSteps } from "./first_steps";
import "./region_home.css";
import words from "./words.json";

const say = sentences(words);

function Search({ code }: { code: string }) {
  const { route } = useLocation();
  const id = useId();
  const search = (event: SubmitEvent) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget as HTMLFormElement).get("q")).trim();
    route(`/${code}/inovasi${addressOf({ ...everything, text })}`);
  };
  return (
    <search class="region-home-search">
      <form onSubmit={search}>
        <label for={id}>{say("search")}</label>
        <div>
          <input id={id} name="q" type="search" maxLength={200} autocomplete="off" />
          <button type="submit">{say("find")}</button>
        </div>
      </form>
    </search>
  );
}

function Deadline() {
  const here = region.value;
  const until = here?.submission.until;
  if (!here || !until) return null;
  const when = instant(instantOf(until, here.time_zone), here.time_zone);
  return <p>{say(isOver(until, here.time_zone, new Date()) ? "closed" : "open_until", { when })}</p>;
}

/** The unread of the inbox, where there are any. */
function Unread({ code }: { code: string }) {
  const found = useResource((signal) => api.GET("/api/v1/me/inbox", { signal }), []);
  const unread = found.value?.regions.find((one) => one.region === code)?.unread ?? 0;
  if (unread === 0) return null;
  return (
    <p>
      <a href={`/${code}/kotak-masuk`}>{say("unread", { count: number(unread) })}</a>
    </p>
  );
}

export default function RegionHomePage({ region: code = "" }: Record<string, string>) {
  const names = useNames(code);
  const found = useResource(
    (signal) =>
      api.GET("/api/v1/regions/{code}/innovations", {
        params: { path: { code }, query: { limit: 1, facets: ["status", "dimension"] } },
        signal,
      }),
    [code],
  );
  const list = found.value;
  const works = may("read_internal", code);
  const isEmpty = list?.total === 0;
  return (
    <Page title={region.value?.name ?? code}>
      <Deadline />
      {session.value && <Unread code={code} />}
      <ProblemNotice problem={found.problem} again={found.again} />
      {(!list || !names.ready) && !found.problem && <Loading />}
      {list && names.ready && isEmpty && <FirstSteps code={code} />}
      {list && names.ready && !isEmpty && (
        <div class="region-home">
          <Search code={code} />
          {works && <Waiting code={code} />}
          {works && <OwnDuties code={code} />}
          <section>
            <h2>{say(works ? (seesWholeRegion(code) ? "here" : "yours") : "published")}</h2>
            {list.total !== null && !works && <p>{say("published_count", { count: number(list.total) })}</p>}
            <WhoseCount code={code} />
            {works && list.facets?.status && <StatusCounts code={code} counts={list.facets.status} />}
            <CoverageLine code={code} names={names} />
          </section>
          {list.facets?.dimension && (
            <DimensionCounts code={code} counts={list.facets.dimension} names={names} />
          )}
        </div>
      )}
    </Page>
  );
}
