// Files that prove one field: dropped here or chosen, with how far each is on its way.
import { useRef } from "preact/hooks";

import { told } from "../../api/problem";
import { number, percent } from "../../formats/formats";
import { useDropping } from "../../parts/dropping";
import { sentences } from "../../words/words";
import type { Evidence } from "./evidence";
import words from "./words.json";

const say = sentences(words);

interface Props {
  entry: string;
  field: string;
  /** "Ringkasan" */
  label: string;
  evidence: Evidence;
}

const within = (field: string, place: string | undefined) => place === field || place?.startsWith(`${field}/`);

const size = (bytes: number | undefined) =>
  bytes === undefined ? "" : `${number(Math.max(1, Math.round(bytes / 1024)))} KB`;

export function EvidenceBox({ entry, field, label, evidence }: Props) {
  const { over, listeners } = useDropping((dropped) => evidence.add(field, dropped));
  const chooser = useRef<HTMLInputElement>(null);
  const files = evidence.files.filter((file) => within(field, file.field));
  const going = evidence.going.filter((one) => one.field === field);
  return (
    <div class={`register-evidence ${over ? "over" : ""}`} {...listeners}>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={say("evidence_for", { field: label })}
        onChange={(event) => {
          evidence.add(field, [...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <button type="button" class="quiet" onClick={() => chooser.current?.click()}>
        {say("add_evidence")} <span class="visually-hidden">{label}</span>
      </button>{" "}
      <small class="register-drop">{say("drop_here")}</small>
      <div role="status">
        <ul>
          {files.map((file) => (
            <li key={`${file.sha256}${file.field}`}>
              <a href={`/api/v1/innovations/${entry}/evidence/${file.sha256}`} target="_blank" rel="noopener">
                {file.file_name}
              </a>{" "}
              <small>{size(file.size)}</small>
              <button
                type="button"
                class="quiet"
                aria-label={say("remove_file", { name: file.file_name ?? "" })}
                onClick={() => evidence.remove(file)}
              >
                ✕
              </button>
            </li>
          ))}
          {going.map((one) => (
            <li key={one.key}>
              {one.file.name}
              {one.problem ? (
                <>
                  <span class="error"> {told(one.problem).join(" ")}</span>{" "}
                  <button type="button" class="quiet" onClick={() => evidence.retry(one)}>
                    {say("retry")}
                  </button>
                  <button
                    type="button"
                    class="quiet"
                    aria-label={say("remove_file", { name: one.file.name })}
                    onClick={() => evidence.forget(one.key)}
                  >
                    ✕
                  </button>
                </>
              ) : (
                <>
                  {" "}
                  <small>{percent(one.share)}</small>
                  <progress value={one.share} max={1} aria-label={one.file.name} />
                </>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
