// The parts of the settings, each at an address of its own.
import { useLocation } from "preact-iso";

import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./words.json";
import "./settings.css";

const say = sentences(words);

export function SettingsTabs({ code }: { code: string }) {
  const { path } = useLocation();
  const parts = [
    { href: `/${code}/atur`, label: say("part_main"), shown: may("administer_region", code) },
    { href: `/${code}/atur/tautan`, label: say("part_links"), shown: may("moderate", code) },
    { href: `/${code}/atur/usulan`, label: say("part_proposals"), shown: may("moderate", code) },
    { href: `/${code}/atur/webhook`, label: say("part_webhooks"), shown: may("administer_region", code) },
  ];
  return (
    <nav class="settings-tabs no-print" aria-label={say("parts")}>
      <ul>
        {parts
          .filter((part) => part.shown)
          .map(({ href, label }) => (
            <li key={href}>
              <a href={href} aria-current={path === href ? "page" : undefined}>
                {label}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
