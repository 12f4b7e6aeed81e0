// A region's catalogue: search, narrow, sort, choose columns, go on; verifiers verify many.
import { useLocation } from "preact-iso";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";

import { number } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { type NamesLoaded, useNames } from "../../parts/innovation/names";
import { Loading } from "../../parts/loading";
import { Notice, ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { may } from "../../shell/session";
import { language } from "../../words/language";
import { sentences, titled } from "../../words/words";
import "./catalogue.css";
import { ChosenFilters } from "./chosen_filters";
import { ColumnChoice } from "./column_choice";
import { chosenColumns, columns } from "./columns";
import { EntryTable } from "./entry_table";
import { FacetPanel } from "./facet_panel";
import { addressOf, everything, facets, type Filter, filterOf, isNarrowed, queryOf, type Sort, sorts, toggled } from "./filter";
import { useFound } from "./found";
import type { Row } from "./row";
import { SearchBox } from "./search_box";
import { type Sight, useSight } from "./sight";
import { mostAtOnce, type Outcome, Outcomes, VerifyMany } from "./verify_many";
import words from "./words.json";

const say = sentences(words);

const usualSort = (filter: Filter): Sort => filter.sort ?? (filter.text ? "relevance" : "name");

function Nothing({ filter, code, clear }: { filter: Filter; code: string; clear: () => void }) {
  if (isNarrowed(filter)) {
    return (
      <Empty title={say("nothing_fits")} what={say("nothing_fits_what")}>
        <button type="button" onClick={clear}>
          {say("clear")}
        </button>
      </Empty>
    );
  }
  if (!may("register", code) && !may("import", code)) {
    return <Empty title={say("nothing_yet")} what={say("nothing_published")} />;
  }
  return (
    <Empty title={say("nothing_yet")} what={say("nothing_yet_what")}>
      <p class="catalogue-first">
        {may("register", code) && (
          <a role="button" href={`/${code}/catat`}>
            {say("register")}
          </a>
        )}
        {may("import", code) && (
          <a role="button" class="secondary" href={`/${code}/daftar`}>
            {say("bring_list")}
          </a>
        )}
      </p>
    </Empty>
  );
}

/** Asks for more before the reader comes to the end; the button is for whoever waits there. */
function Further({ more, loading }: { more: () => void; loading: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(more);
  latest.current = more;
  useEffect(() => {
    if (!place.current || loading) return undefined;
    const watcher = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting) latest.current();
      },
      { rootMargin: "1200px 0px" },
    );
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [loading]);
  return (
    <div ref={place} class="catalogue-further">
      <button type="button" class="secondary" aria-busy={loading} onClick={more}>
        {say("further")}
      </button>
    </div>
  );
}

function SortChoice({ filter, sight, go }: { filter: Filter; sight: Sight; go: (filter: Filter) => void }) {
  const possible = sorts.filter((sort) => sight.asks(sort) && (sort !== "relevance" || filter.text));
  return (
    <label class="catalogue-sorting">
      {say("sort")}
      <select
        value={usualSort(filter)}
        onChange={(event) => {
          const sort = sorts.find((one) => one === event.currentTarget.value);
          go({ ...filter, sort });
        }}
      >
        {possible.map((sort) => (
          <option key={sort} value={sort}>
            {titled(say(`sort_${sort}`))}
          </option>
        ))}
      </select>
    </label>
  );
}

function withOrWithout(selected: ReadonlyMap<string, Row>, row: Row, chosen: boolean) {
  const now = new Map(selected);
  if (!chosen) now.delete(row.id);
  else if (now.size < mostAtOnce) now.set(row.id, row);
  return now;
}

/** What follows the "?" of this page's address, also while the next page is on its way. */
function useOwnSearch(own: string): string {
  const { url, path } = useLocation();
  const search = useRef("");
  if (path === own) search.current = url.includes("?") ? url.slice(url.indexOf("?")) : "";
  return search.current;
}

interface ListProps {
  code: string;
  sight: Sight;
  names: NamesLoaded;
}

function Catalogue({ code, sight, names }: ListProps) {
  const { route, path } = useLocation();
  const filter = filterOf(useOwnSearch(`/${code}/inovasi`));
  const address = addressOf(filter);
  const go = (to: Filter, replace = false) => route(`/${code}/inovasi${addressOf(to)}`, replace);

  const counted = facets.filter(
    (facet) => sight.asks(facet) && (facet !== "primary_area" || filter.chosen.primary_area),
  );
  const { found, problem, loading, more, again } = useFound({ code, filter, counted }, names.ready);
  const [narrowing, setNarrowing] = useState(false);
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map());
  const [outcome, setOutcome] = useState<{ outcomes: Outcome[]; rows: ReadonlyMap<string, Row> }>();
  useEffect(() => setSelected(new Map()), [address]);

  const possible = columns.filter((column) => !column.field || sight.shows(column.field));
  const shown = useMemo(
    () => possible.filter((column) => chosenColumns.value.includes(column.key)),
    [possible.length, chosenColumns.value],
  );
  const verifies = may("verify", code);
  const waiting = verifies
    ? (found?.strips.flat().filter((row) => row.status === "submitted").slice(0, mostAtOnce) ?? [])
    : [];
  const select = useCallback(
    (row: Row, chosen: boolean) => setSelected((before) => withOrWithout(before, row, chosen)),
    [],
  );
  // The same element while nothing of it has changed: waiting for more does not draw it anew.
  const table = useMemo(
    () =>
      found && (
        <EntryTable
          found={found}
          code={code}
          columns={shown}
          names={names}
          sorted={usualSort(filter)}
          sortBy={(sort) => go({ ...filter, sort })}
          selecting={verifies ? { selected, select } : undefined}
        />
      ),
    [found, code, shown, names, address, verifies, selected, language.value],
  );
  const exported = `/api/v1/regions/${code}/innovations.csv?${[queryOf(filter), "bom=true"].filter(Boolean).join("&")}`;

  // The list is asked for beside the names, and shown with them.
  if (names.problem) return <ProblemNotice problem={names.problem} again={names.again} />;
  if (!names.ready) return <Loading />;
  return (
    <div class="catalogue">
      <SearchBox
        text={filter.text}
        change={(text, replace) => {
          // Who has followed a link meanwhile is not called back by the last letter.
          if (path === `/${code}/inovasi`) go({ ...filter, text }, replace);
        }}
      />
      <button
        type="button"
        class="outline catalogue-narrow"
        aria-expanded={narrowing}
        aria-controls="catalogue-facets"
        onClick={() => setNarrowing(!narrowing)}
      >
        {say("narrow")}
      </button>
      <aside id="catalogue-facets" class={narrowing ? "open" : undefined} aria-label={say("narrow")}>
        {found?.counts && (
          <FacetPanel
            counts={found.counts}
            facets={counted}
            filter={filter}
            names={names}
            toggle={(facet, value) => go(toggled(filter, facet, value))}
          />
        )}
      </aside>
      <section class="catalogue-list" aria-label={say("list")} aria-busy={loading}>
        <ChosenFilters filter={filter} names={names} go={go} />
        <div class="catalogue-bar">
          <p role="status" class="catalogue-total">
            {typeof found?.total === "number" && say("total", { count: number(found.total) })}
            {found?.total === null && say("total_unknown")}
          </p>
          <div class="catalogue-tools">
            <SortChoice filter={filter} sight={sight} go={go} />
            <ColumnChoice columns={possible} />
            <a role="button" class="outline secondary" href={exported} download={`inovasi-${code}.csv`}>
              {say("export")}
            </a>
          </div>
        </div>
        {found?.spelling.map((one) => (
          <Notice kind="note" key={one.word}>
            {say("spelling", { word: one.word, read: one.read_as })}
          </Notice>
        ))}
        {outcome && <Outcomes {...outcome} code={code} />}
        <ProblemNotice problem={problem} again={again} />
        {!found && loading && <Loading />}
        {found && found.strips.length === 0 && (
          <Nothing filter={filter} code={code} clear={() => go(everything)} />
        )}
        {found && found.strips.length > 0 && (
          <>
            {waiting.length > 0 && (
              <button
                type="button"
                class="quiet"
                onClick={() => setSelected(new Map(waiting.map((row) => [row.id, row])))}
              >
                {say("select_all", { count: waiting.length })}
              </button>
            )}
            {table}
            {found.next && <Further more={more} loading={loading} />}
          </>
        )}
        {selected.size > 0 && (
          <VerifyMany
            code={code}
            selected={selected}
            clear={() => setSelected(new Map())}
            done={(outcomes) => {
              setOutcome({ outcomes, rows: selected });
              setSelected(new Map());
              again();
            }}
          />
        )}
      </section>
    </div>
  );
}

export default function CataloguePage({ region: code = "" }: Record<string, string>) {
  const names = useNames(code);
  const sight = useSight(code);
  const actions = may("register", code) && (
    <a role="button" href={`/${code}/catat`}>
      {say("register")}
    </a>
  );
  return (
    <Page title={say("title")} actions={actions}>
      {sight ? <Catalogue key={code} {...{ code, sight, names }} /> : <Loading />}
    </Page>
  );
}
