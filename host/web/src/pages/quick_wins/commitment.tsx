// Who commits: by name, office and capacity; who has not signed; signing and its scan.
import { useState } from "preact/hooks";

import { day } from "../../formats/formats";
import { Empty } from "../../parts/empty";
import { Notice } from "../../parts/notice";
import { may } from "../../shell/session";
import { sentences } from "../../words/words";
import words from "./commitment_words.json";
import { officeOf } from "./office";
import { ScanButton } from "./scan_button";
import { formulationOf, nameOf, placedAs, type QuickWinSet, type Signatory } from "./set";
import { SignatoryDialog } from "./signatory_dialog";
import { SignDialog } from "./sign_dialog";

const say = sentences(words);

function Signed({ code, signatory, writes, again }: { code: string; signatory: Signatory; writes: boolean; again: () => void }) {
  const { signature } = signatory;
  if (!signature) return <strong class="quick-win-late">{say("unsigned")}</strong>;
  return (
    <>
      {say("signed", { day: day(signature.signed_on), manner: say(signature.manner) })}
      {signature.scan ? (
        <>
          <br />
          <a
            class="no-print"
            href={`/api/v1/regions/${code}/signatures/${signature.id}/scan`}
            target="_blank"
            rel="noreferrer"
            aria-label={say("scan_of", { name: signatory.name })}
          >
            {say("scan")}
          </a>
        </>
      ) : (
        writes && <ScanButton code={code} signature={signature.id} name={signatory.name} done={again} />
      )}
    </>
  );
}

/** What is signed must be written: whatever is not stands between the set and the first signature. */
function Unwritten({ code, set }: { code: string; set: QuickWinSet }) {
  const unwritten = placedAs(set, "quick-win").filter((one) => !formulationOf(set, one.candidate ?? ""));
  if (unwritten.length === 0) return null;
  return (
    <Notice kind="note">
      <p>{say("unwritten", { count: unwritten.length })}</p>
      <ul>
        {unwritten.map((one) => (
          <li key={one.candidate}>
            <a href={`/${code}/quick-win/${set.id}/${one.candidate}`}>{say("formulate", { name: nameOf(set, one) })}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

interface Props {
  code: string;
  set: QuickWinSet;
  again: () => void;
}

export function Commitment({ code, set, again }: Props) {
  const [adding, setAdding] = useState(false);
  const [signing, setSigning] = useState<Signatory>();
  const writes = !set.amended_by && may("choose", code);
  const unsignedFirst = [...set.signatories].sort(
    (one, other) => Number(one.signature !== undefined) - Number(other.signature !== undefined),
  );
  return (
    <section>
      <h2>{say("title")}</h2>
      {writes && <Unwritten code={code} set={set} />}
      {set.signatories.length === 0 && <Empty title={say("none")} what={say("none_what")} />}
      {set.signatories.length > 0 && (
        <>
          {set.unsigned === 0 ? (
            <Notice kind="good">{say("all_signed")}</Notice>
          ) : (
            <Notice kind="note">{say("unsigned_count", { count: set.unsigned })}</Notice>
          )}
          <div class="wide" tabIndex={0} role="region" aria-label={say("title")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say("name")}</th>
                  <th scope="col">{say("office")}</th>
                  <th scope="col">{say("organisation")}</th>
                  <th scope="col">{say("signature")}</th>
                  {writes && <td />}
                </tr>
              </thead>
              <tbody>
                {unsignedFirst.map((one) => (
                  <tr key={one.person}>
                    <th scope="row">{one.name || say("erased")}</th>
                    <td>{officeOf(one)}</td>
                    <td>{one.organisation_name}</td>
                    <td>
                      <Signed code={code} signatory={one} writes={writes} again={again} />
                    </td>
                    {writes && (
                      <td>
                        {!one.signature && (
                          <button
                            type="button"
                            class="quiet"
                            aria-label={say("sign_of", { name: one.name })}
                            onClick={() => setSigning(one)}
                          >
                            {say("sign")}
                          </button>
                        )}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {writes && (
        <p class="actions">
          <button type="button" class="secondary" onClick={() => setAdding(true)}>
            {say("add")}
          </button>
        </p>
      )}
      {adding && <SignatoryDialog code={code} set={set} close={() => setAdding(false)} added={again} />}
      {signing && (
        <SignDialog
          code={code}
          set={set}
          signatory={signing}
          close={() => setSigning(undefined)}
          signed={() => {
            setSigning(undefined);
            again();
          }}
        />
      )}
    </section>
  );
}
