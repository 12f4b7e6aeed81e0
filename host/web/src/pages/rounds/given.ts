import type { Recorded } from "../../api/record";
import type { Round } from "./round";

/** What each part of the meeting is given. */
export interface Given {
  code: string;
  round: Round;
  record: Recorded<Round>;
  /** Whether it can be changed now, by this reader. */
  changes: boolean;
}
