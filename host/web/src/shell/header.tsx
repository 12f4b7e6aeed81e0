// Where one is, who one is, and where one can go.
import { useLocation } from "preact-iso";
import { useEffect, useRef } from "preact/hooks";

import { api } from "../api/client";
import { useResource } from "../api/resource";
import { chooseLanguage, language } from "../words/language";
import { sentences } from "../words/words";
import { beforeLeaving } from "./leaving";
import { menu } from "./pages";
import { region } from "./region";
import { me, ownRegions, session } from "./session";
import { forgetTyping } from "./typed_on_device";
import words from "./words.json";

const say = sentences(words);

async function signOut() {
  await beforeLeaving();
  forgetTyping();
  await api.DELETE("/api/v1/session", {});
  session.value = null;
  me.value = undefined;
  location.assign("/masuk");
}

function Menu({ code }: { code: string }) {
  const { path } = useLocation();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the menu is wider than the screen: one sees where one is.
    const here = bar.current?.querySelector<HTMLElement>("[aria-current]");
    if (bar.current && here) bar.current.scrollLeft = here.offsetLeft + here.offsetWidth / 2 - bar.current.clientWidth / 2;
  }, [path]);
  const items = menu.filter(({ menu: entry }) => entry!.when?.() ?? true);
  return (
    <nav ref={bar} class="menu" aria-label={say("menu")}>
      <ul>
        {items.map((item) => {
          const href = item.path.replace(":region", code);
          const here = path === href || (href !== `/${code}` && path.startsWith(`${href}/`));
          return (
            <li key={item.path}>
              <a href={href} aria-current={here ? "page" : undefined}>
                {item.menu!.label[language.value]}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

export function Header({ code }: { code?: string }) {
  const here = region.value?.code === code ? region.value : undefined;
  return (
    <header class="shell">
      <div class="bar">
        <a class="brand" href={code ? `/${code}` : "/"}>
          <strong>Pilah</strong> {here && <span>{here.name}</span>}
        </a>
        <div class="account">
          {ownRegions.value.length > 1 && code && <RegionChoice code={code} />}
          <button
            type="button"
            class="quiet"
            lang={language.value === "id" ? "en" : "id"}
            onClick={() => chooseLanguage(language.value === "id" ? "en" : "id")}
          >
            {say("other_language")}
          </button>
          {session.value ? (
            <button type="button" class="quiet" onClick={() => void signOut()} title={session.value.account.name}>
              {say("sign_out")}
            </button>
          ) : (
            <a href="/masuk">{say("sign_in")}</a>
          )}
        </div>
      </div>
      {code && <Menu code={code} />}
    </header>
  );
}

function RegionChoice({ code }: { code: string }) {
  const found = useResource((signal) => api.GET("/api/v1/regions", { signal }), []);
  const names = new Map(found.value?.regions.map((one) => [one.code, one.name]));
  return (
    <select
      class="region-choice"
      aria-label={say("region_choice")}
      value={code}
      onChange={(event) => location.assign(`/${event.currentTarget.value}`)}
    >
      {ownRegions.value.map((own) => (
        <option key={own} value={own}>
          {[own, names.get(own)].filter(Boolean).join(" ")}
        </option>
      ))}
    </select>
  );
}
