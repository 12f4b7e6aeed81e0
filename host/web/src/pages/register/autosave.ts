// What is typed is kept: on the device at once, on the server a moment later. The server and
// the device come as parameters, so does the clock; nothing here knows a browser.
//
//   typed -> waiting -> saving -> saved
//                         |-> unreachable  (tries again, ever less often; at once when online)
//                         |-> changed      (another device was faster: the person chooses)
//                         |-> refused      (the server will not have it as it is)
//
// Only the newest document counts: while one is on its way, the next one waits behind it.

export interface KeptCopy<Document> {
  document: Document;
  /** The version on the server that it was typed onto; null: there is none yet. */
  etag: string | null;
}

export type PutAnswer<Document> =
  | { is: "kept"; etag: string }
  /** `theirs` is what lies there by now; null: it was saved or dropped elsewhere. */
  | { is: "changed"; theirs: { document: Document; etag: string } | null }
  | { is: "unreachable"; retryAfterSeconds?: number }
  | { is: "refused"; sentences: string[] };

export interface Server<Document> {
  put(document: Document, etag: string | null): Promise<PutAnswer<Document>>;
}

export interface Device<Document> {
  /** Whether there was room. */
  keep(copy: KeptCopy<Document>): boolean;
  kept(): KeptCopy<Document> | undefined;
  erase(): void;
}

/** Calls `then` after so many milliseconds, unless what it answers is called before. */
type Timer = (milliseconds: number, then: () => void) => () => void;

export type SaveState<Document> =
  | { is: "saved" }
  | { is: "waiting" }
  | { is: "saving" }
  | { is: "unreachable"; seconds: number }
  | { is: "changed"; theirs: { document: Document; etag: string } | null }
  | { is: "refused"; sentences: string[] };

/** How the page tells it: whether what is typed lies on this device, too, while unsaved. */
export interface Told<Document> {
  state: SaveState<Document>;
  onDevice: boolean;
}

export const pauseMilliseconds = 1_200;
const longestWaitSeconds = 60;

interface Parts<Document> {
  server: Server<Document>;
  device: Device<Document>;
  timer: Timer;
  same: (one: Document, other: Document) => boolean;
  tell: (told: Told<Document>) => void;
}

export class Autosave<Document> {
  readonly #parts: Parts<Document>;
  #document: Document;
  #etag: string | null;
  #state: SaveState<Document> = { is: "saved" };
  #dirty = false;
  #onDevice = true;
  #failures = 0;
  #cancel: (() => void) | undefined;
  #sending: Promise<void> | undefined;
  /** What was sent and never answered: it may have arrived. */
  #unanswered: Document | undefined;
  #closed = false;

  constructor(parts: Parts<Document>, start: KeptCopy<Document>) {
    this.#parts = parts;
    this.#document = start.document;
    this.#etag = start.etag;
  }

  get document(): Document {
    return this.#document;
  }

  /** Nothing typed waits for the server. */
  get isSaved(): boolean {
    return this.#state.is === "saved";
  }

  typed(document: Document): void {
    this.#document = document;
    this.#dirty = true;
    this.#keep();
    if (this.#state.is === "changed") return this.#tell(this.#state); // first the person chooses
    if (this.#sending) return this.#tell(this.#state);
    this.#tell({ is: "waiting" });
    this.#after(pauseMilliseconds);
  }

  /** Sends what waits now; answers when the server has everything, or says why not. */
  async flush(): Promise<boolean> {
    await this.#sending;
    this.#clear();
    if (this.#dirty && this.#state.is !== "changed") await this.#send();
    return this.isSaved;
  }

  /** The line is back, or the person wants to try again. */
  retry(): void {
    if (!this.#dirty || this.#sending || this.#state.is === "changed") return;
    this.#failures = 0;
    this.#clear();
    void this.#send();
  }

  /** The person has chosen; `document` is what is to be kept from now on. */
  resolve(document: Document): void {
    if (this.#state.is !== "changed") return;
    this.#etag = this.#state.theirs?.etag ?? null;
    this.#document = document;
    this.#dirty = true;
    this.#keep();
    this.#tell({ is: "waiting" });
    void this.#send();
  }

  /** Another device's copy is the newest from the start. */
  begunBehind(theirs: { document: Document; etag: string }): void {
    this.#dirty = true;
    this.#tell({ is: "changed", theirs });
  }

  /** The catalogue has it now, the working copy on the server is gone. */
  savedElsewhere(document: Document): void {
    this.#clear();
    this.#etag = null;
    this.#document = document;
    this.#dirty = false;
    this.#parts.device.erase();
    this.#tell({ is: "saved" });
  }

  /** The page is left; what is not on the server yet stays on the device. */
  close(): void {
    this.#closed = true;
    this.#clear();
  }

  #keep(): void {
    this.#onDevice = this.#parts.device.keep({ document: this.#document, etag: this.#etag });
  }

  #after(milliseconds: number): void {
    this.#clear();
    if (this.#closed) return;
    this.#cancel = this.#parts.timer(milliseconds, () => {
      this.#cancel = undefined;
      if (this.#dirty) void this.#send();
    });
  }

  #clear(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #tell(state: SaveState<Document>): void {
    this.#state = state;
    this.#parts.tell({ state, onDevice: this.#onDevice });
  }

  #send(): Promise<void> {
    this.#sending ??= this.#put().finally(() => {
      this.#sending = undefined;
      // Typed meanwhile: the next one goes at once, it has waited long enough.
      if (this.#dirty && this.#state.is === "waiting" && !this.#closed) this.#after(0);
    });
    return this.#sending;
  }

  async #put(): Promise<void> {
    const sent = this.#document;
    this.#dirty = false;
    this.#tell({ is: "saving" });
    const answer = await this.#parts.server.put(sent, this.#etag);
    switch (answer.is) {
      case "kept":
        return this.#wasKept(answer.etag);
      case "changed":
        return this.#wasChanged(sent, answer.theirs);
      case "unreachable":
        this.#dirty = true;
        this.#unanswered = sent;
        return this.#tryLater(answer.retryAfterSeconds);
      case "refused":
        this.#dirty = true;
        return this.#tell({ is: "refused", sentences: answer.sentences });
    }
  }

  #wasKept(etag: string): void {
    this.#etag = etag;
    this.#failures = 0;
    this.#unanswered = undefined;
    if (this.#dirty) {
      this.#keep();
      return this.#tell({ is: "waiting" });
    }
    this.#parts.device.erase();
    this.#tell({ is: "saved" });
  }

  #wasChanged(sent: Document, theirs: { document: Document; etag: string } | null): void {
    const { same } = this.#parts;
    const own =
      theirs &&
      (same(theirs.document, sent) ||
        (this.#unanswered !== undefined && same(theirs.document, this.#unanswered)));
    if (!own) {
      this.#dirty = true;
      return this.#tell({ is: "changed", theirs });
    }
    // It had arrived although its answer was lost: nobody else has changed anything.
    const dirty = this.#dirty || !same(theirs.document, sent);
    this.#dirty = dirty;
    return this.#wasKept(theirs.etag);
  }

  #tryLater(retryAfterSeconds: number | undefined): void {
    const seconds = Math.min(
      longestWaitSeconds,
      Math.max(retryAfterSeconds ?? 0, 2 ** Math.min(this.#failures, 10)),
    );
    this.#failures += 1;
    this.#tell({ is: "unreachable", seconds });
    this.#after(seconds * 1_000);
  }
}

/** What a form begins with, of what lies on the device and on the server. */
type Beginning<Document> = {
  copy: KeptCopy<Document>;
  /** typed: the device has letters that the server has not; behind: and so has the server. */
  is: "as_saved" | "typed" | "behind";
};

export function beginningOf<Document>(
  onServer: KeptCopy<Document>,
  onDevice: KeptCopy<Document> | undefined,
  same: (one: Document, other: Document) => boolean,
): Beginning<Document> {
  if (!onDevice || same(onDevice.document, onServer.document)) {
    return { copy: onServer, is: "as_saved" };
  }
  if (onDevice.etag === onServer.etag) return { copy: onDevice, is: "typed" };
  return { copy: onDevice, is: "behind" };
}
