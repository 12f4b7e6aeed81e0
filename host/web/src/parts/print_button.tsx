// Prints the page, or keeps it as PDF: the browser asks which.
import { sentences } from "../words/words";
import "./print_button.css";
import words from "./print_button.json";

const say = sentences(words);

export function PrintButton() {
  return (
    <button type="button" class="secondary no-print" onClick={() => window.print()}>
      {say("print")}
    </button>
  );
}
