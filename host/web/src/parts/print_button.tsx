// Prints the page, or keeps it as PDF: the browser asks which.
import { sentences } from "../words/words";
import "./print_button.css";
import words from "./print_button.json";

const say = sentences(words);

interface Props {
  /** What is printed, where it is not the page as it stands. */
  label?: string;
  /** Printing is what the page is for. */
  first?: boolean;
}

export function PrintButton({ label, first }: Props) {
  return (
    <button type="button" class={first ? "no-print" : "secondary no-print"} onClick={() => window.print()}>
      {label ?? say("print")}
    </button>
  );
}
