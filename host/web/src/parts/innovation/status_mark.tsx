// Where an entry stands, as a word with a colour beside it (never the colour alone).
import { type Status, statusWord } from "./value_words";
import "./status_mark.css";

export function StatusMark({ status }: { status: Status }) {
  return <span class={`status-mark ${status}`}>{statusWord(status)}</span>;
}
