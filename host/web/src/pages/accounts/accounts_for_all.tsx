import type { Organisation } from "../../api/organisations";
import { Dialog } from "../../parts/dialog";
import { sentences } from "../../words/words";
import { ForAllForm } from "./for_all_form";
import type { LinkCard } from "./link_card";
import words from "./words.json";

const say = sentences(words);

interface Props {
  code: string;
  organisations: Organisation[];
  done: (cards: LinkCard[]) => void;
  close: () => void;
}

export function AccountsForAll({ code, organisations, done, close }: Props) {
  return (
    <Dialog title={say("for_all")} close={close}>
      <ForAllForm code={code} organisations={organisations} done={done} />
    </Dialog>
  );
}
