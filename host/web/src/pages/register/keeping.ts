// The form's autosave in a browser: its server, the drawer on this device, the line that comes
// and goes, and what has to be done before the page is left.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { onLeaving } from "../../shell/leaving";
import { session } from "../../shell/session";
import { type Drawer, drawer } from "../../shell/typed_on_device";
import { Autosave, beginningOf, type KeptCopy, type Told } from "./autosave";
import type { EntryDocument } from "./saving";
import { type Opened, typedFrom, workingCopyOf } from "./server";
import { same, type Typed } from "./typed";

const account = () => session.value?.account.id ?? "nobody";

function copyFrom(found: unknown): KeptCopy<Typed> | undefined {
  if (typeof found !== "object" || found === null || !("document" in found) || !("etag" in found)) return undefined;
  const document = typedFrom(found.document);
  const { etag } = found;
  return document && (typeof etag === "string" || etag === null) ? { document, etag } : undefined;
}

export const typedDrawer = (id: string): Drawer<KeptCopy<Typed>> => drawer(account(), id, copyFrom);

/** What a first save was begun with; see saveNew(). */
export const firstSaveDrawer = (id: string): Drawer<EntryDocument> =>
  drawer(account(), `${id}.first`, (found) =>
    typeof found === "object" && found !== null && !Array.isArray(found) ? { ...found } : undefined,
  );

export interface Keeping {
  autosave: Autosave<Typed>;
  told: Told<Typed>;
  online: boolean;
  begun: Typed;
  /** The device had letters that the server did not have. */
  resumed: boolean;
}

/** `id`: which entry it is now; a new one gets another when it is saved. */
export function useKeeping(opened: Opened, id: { current: string }): Keeping {
  const [told, tell] = useState<Told<Typed>>({ state: { is: "saved" }, onDevice: true });
  const [online, setOnline] = useState(navigator.onLine);
  const beginning = useMemo(
    () => beginningOf(opened.copy, typedDrawer(opened.id).kept(), same),
    [opened],
  );
  const autosave = useMemo(
    () =>
      new Autosave<Typed>(
        {
          server: { put: (document, etag) => workingCopyOf(id.current).put(document, etag) },
          device: {
            keep: (copy) => typedDrawer(id.current).keep(copy),
            kept: () => typedDrawer(id.current).kept(),
            erase: () => typedDrawer(id.current).erase(),
          },
          timer: (milliseconds, then) => {
            const waiting = setTimeout(then, milliseconds);
            return () => clearTimeout(waiting);
          },
          same,
          tell,
        },
        beginning.copy,
      ),
    [beginning],
  );
  const last = useRef(told);
  last.current = told;

  useEffect(() => {
    if (beginning.is === "as_saved") typedDrawer(opened.id).erase();
    if (beginning.is === "typed") autosave.typed(beginning.copy.document);
    if (beginning.is === "behind") {
      autosave.begunBehind({ document: opened.copy.document, etag: opened.copy.etag ?? "" });
    }
    const cameBack = () => {
      setOnline(true);
      autosave.retry();
    };
    const wentAway = () => setOnline(false);
    const hidden = () => {
      if (document.visibilityState === "hidden") void autosave.flush();
    };
    // Only where leaving would lose something: what is on the device is safe.
    const leaving = (event: BeforeUnloadEvent) => {
      if (!autosave.isSaved && !last.current.onDevice) event.preventDefault();
    };
    addEventListener("online", cameBack);
    addEventListener("offline", wentAway);
    addEventListener("beforeunload", leaving);
    document.addEventListener("visibilitychange", hidden);
    const stay = onLeaving(() => autosave.flush());
    return () => {
      removeEventListener("online", cameBack);
      removeEventListener("offline", wentAway);
      removeEventListener("beforeunload", leaving);
      document.removeEventListener("visibilitychange", hidden);
      stay();
      void autosave.flush();
      autosave.close();
    };
  }, [autosave]);

  return { autosave, told, online, begun: beginning.copy.document, resumed: beginning.is !== "as_saved" };
}
