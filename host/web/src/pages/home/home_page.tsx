// Who has no region yet chooses one here.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { Empty } from "../../parts/empty";
import { Loading } from "../../parts/loading";
import { ProblemNotice } from "../../parts/notice";
import { Page } from "../../parts/page";
import { me } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./words.json";

const say = sentences(words);

export default function HomePage() {
  const found = useResource((signal) => api.GET("/api/v1/regions", { signal }), []);
  const regions = found.value?.regions;
  return (
    <Page title={say("title")}>
      <p>{say("what")}</p>
      <ProblemNotice problem={found.problem} again={found.again} />
      {!regions && found.loading && <Loading />}
      {me.value?.administers_host && (
        <p>
          <a href="/siapkan">{say("set_up")}</a>
        </p>
      )}
      {regions?.length === 0 && <Empty title={say("none")} what={say("none_what")} />}
      {regions && regions.length > 0 && (
        <section>
          <h2>{say("regions")}</h2>
          <ul>
            {regions.map((one) => (
              <li key={one.code}>
                <a href={`/${one.code}`}>{one.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}
