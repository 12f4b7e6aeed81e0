// Installing a package that is dropped or chosen. One whose key nobody trusts yet waits, until
// somebody says whose the key is.
import { useState } from "preact/hooks";

import { useUpload } from "../../api/upload";
import { FileDrop } from "../../parts/file_drop";
import { Notice, ProblemNotice } from "../../parts/notice";
import { UploadProgress } from "../../parts/upload_progress";
import { sentences } from "../../words/words";
import { keyIn, type Plugin } from "./plugin";
import { nameOf, trustOf } from "./plugin_words";
import { TrustDialog } from "./trust_dialog";
import words from "./words.json";

const say = sentences(words);

const addressFor = (file: File) =>
  `/api/v1/plugins?${new URLSearchParams({ file_name: file.name }).toString()}`;

export function InstallPackage({ changed }: { changed: () => void }) {
  const upload = useUpload<Plugin>();
  const [file, setFile] = useState<File>();
  const [installed, setInstalled] = useState<Plugin>();
  const [trusts, setTrusts] = useState(false);

  const install = async (given: File) => {
    setFile(given);
    setInstalled(undefined);
    const plugin = await upload.send(addressFor(given), given);
    if (!plugin) return;
    setInstalled(plugin);
    changed();
  };
  const refused = upload.refusal?.problem;
  const unknown = kindsOf(upload.refusal?.document).includes("plugin.package.unknown_key")
    ? refused?.errors.map((one) => keyIn(one.message)).find(Boolean)
    : undefined;

  return (
    <section class="plugins-part">
      <h2>{say("install")}</h2>
      <FileDrop
        label={say("install_drop")}
        help={say("install_help")}
        disabled={upload.busy}
        take={(given) => void install(given)}
      />
      <UploadProgress upload={upload} />
      <ProblemNotice problem={refused} />
      {unknown && file && (
        <p>
          <button type="button" class="plugins-button" onClick={() => setTrusts(true)}>
            {say("trust_and_install")}
          </button>
        </p>
      )}
      {installed && (
        <Notice kind="good">
          <p>
            {say("installed", { name: nameOf(installed), version: installed.version })}{" "}
            {trustOf(installed)}.{" "}
            {installed.enabled_in.length > 0
              ? say("installed_used", { regions: installed.enabled_in.join(", ") })
              : say("installed_next")}
          </p>
          <p>{say("installed_checked")}</p>
        </Notice>
      )}
      {trusts && unknown && file && (
        <TrustDialog
          given={unknown}
          close={() => setTrusts(false)}
          done={() => {
            setTrusts(false);
            changed();
            void install(file);
          }}
        />
      )}
    </section>
  );
}

/** What kinds of errors a problem document names. */
function kindsOf(document: unknown): string[] {
  const errors = (document as { errors?: { kind?: unknown }[] } | undefined)?.errors;
  return Array.isArray(errors) ? errors.map((one) => String(one.kind)) : [];
}
