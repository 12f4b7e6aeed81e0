// The cards of the accounts that were just made, to be printed and handed out.
import { sentences } from "../../words/words";
import type { LinkCard } from "../accounts/link_card";
import { LinkCards } from "../accounts/link_cards";
import words from "./words.json";

const say = sentences(words);

interface Props {
  cards: LinkCard[];
  accounts: () => void;
  done: () => void;
}

export function CardsStep({ cards, accounts, done }: Props) {
  if (cards.length > 0) return <LinkCards cards={cards} close={done} />;
  return (
    <>
      <p>{say("cards_none")}</p>
      <div class="actions">
        <button type="button" onClick={accounts}>
          {say("to_accounts")}
        </button>
        <button type="button" class="secondary" onClick={done}>
          {say("next")}
        </button>
      </div>
    </>
  );
}
