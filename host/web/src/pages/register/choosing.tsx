// What the person is asked when what is typed was changed elsewhere, too.
import { DifferenceDialog, GoneDialog } from "./difference_dialog";
import { differences } from "./saving";
import type { Working } from "./working";

interface Props {
  working: Working;
  /** The question about two working copies stands open. */
  open: boolean;
  close: () => void;
  /** Reads everything anew. */
  again: () => void;
}

export function Choosing({ working, open, close, again }: Props) {
  const { state } = working.keeping.told;
  if (working.clash) {
    return (
      <DifferenceDialog
        differences={working.clash.differences}
        close={() => working.settleClash(undefined)}
        done={(keys) => working.settleClash(keys)}
      />
    );
  }
  if (!open || state.is !== "changed") return null;
  const { theirs } = state;
  if (theirs === null) {
    return (
      <GoneDialog
        close={close}
        open={() => {
          working.giveUp();
          again();
        }}
        goOn={() => {
          close();
          working.goOn();
        }}
      />
    );
  }
  return (
    <DifferenceDialog
      differences={differences(working.typed, theirs.document)}
      close={close}
      done={(keys) => {
        close();
        working.chooseCopy(theirs.document, keys);
      }}
    />
  );
}
