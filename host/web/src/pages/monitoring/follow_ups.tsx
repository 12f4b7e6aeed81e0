// What one candidate's reports and recommendations leave to be done.
import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { today } from "../../formats/months";
import { ProblemNotice } from "../../parts/notice";
import { sentences } from "../../words/words";
import { followUpState } from "./follow_up_state";
import words from "./follow_up_words.json";

const say = sentences(words);

export function FollowUps({ code, set, candidate }: { code: string; set: string; candidate: string }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/follow-ups", { params: { path: { code } }, signal }),
    [code],
  );
  const own = (found.value?.follow_ups ?? []).filter((one) => one.set === set && one.candidate === candidate);
  if (!found.value && found.problem) return <ProblemNotice problem={found.problem} again={found.again} />;
  if (own.length === 0) return null;
  return (
    <section>
      <h2>{say("title")}</h2>
      <ul>
        {own.map((one) => (
          <li key={one.id}>
            {`${one.text ?? ""}: ${followUpState(one, today())}`}
            {one.answer && ` (${one.answer})`} <small>{one.owner_name}</small>
          </li>
        ))}
      </ul>
      <p class="no-print">
        <a href={`/${code}/pemantauan/tindak-lanjut`}>{say("all_of_them")}</a>
      </p>
    </section>
  );
}
