// The set's public page: where it is, once the region opens it; else how it is opened.
import { useState } from "preact/hooks";

import { api } from "../../api/client";
import { useResource } from "../../api/resource";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./public_words.json";

const say = sentences(words);

export function PublicPage({ code, id }: { code: string; id: string }) {
  const found = useResource(
    (signal) => api.GET("/api/v1/regions/{code}/publication", { params: { path: { code } }, signal }),
    [code],
  );
  if (!found.value) return null;
  if (found.value.quick_win_sets.includes("reasons")) return <Link code={code} id={id} />;
  if (!may("administer_region", code)) return null;
  return (
    <p class="no-print">
      {say("closed")} <a href={`/${code}/atur`}>{say("open_it")}</a>
    </p>
  );
}

function Link({ code, id }: { code: string; id: string }) {
  const [copied, setCopied] = useState<boolean>();
  const path = `/publik/${code}/${id}`;
  const copy = () => {
    // A page that came over plain HTTP has none.
    if (!("clipboard" in navigator)) return setCopied(false);
    navigator.clipboard.writeText(location.origin + path).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <p class="no-print">
      {say("what")} <a href={path}>{say("open")}</a>{" "}
      <button type="button" class="quiet" onClick={copy}>
        {say("copy")}
      </button>{" "}
      <span role="status">{copied === undefined ? "" : say(copied ? "copied" : "not_copied", { address: location.origin + path })}</span>
    </p>
  );
}
