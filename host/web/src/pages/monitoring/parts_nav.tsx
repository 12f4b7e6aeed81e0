// The parts of monitoring, to go from one to the other.
import { useLocation } from "preact-iso";

import { sentences } from "../../words/words";
import "./monitoring.css";
import words from "./words.json";

const say = sentences(words);

export function PartsNav({ code }: { code: string }) {
  const { path } = useLocation();
  const parts = [
    [`/${code}/pemantauan`, say("periods")],
    [`/${code}/pemantauan/tindak-lanjut`, say("follow_ups")],
    [`/${code}/pemantauan/penilaian`, say("self_score")],
  ] as const;
  return (
    <nav class="monitoring-parts no-print" aria-label={say("parts")}>
      {parts.map(([href, name]) => (
        <a key={href} href={href} aria-current={path === href ? "page" : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
