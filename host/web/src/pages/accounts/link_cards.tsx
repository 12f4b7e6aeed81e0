// One-time links on cards: ten to an A4 sheet, to be cut and handed out. They are kept nowhere:
// who closes the page makes new ones.
import { useEffect, useRef, useState } from "preact/hooks";

import { day } from "../../formats/formats";
import { Field } from "../../parts/field";
import { PrintButton } from "../../parts/print_button";
import { QrCode } from "../../parts/qr_code";
import { region } from "../../shell/region";
import { sentences } from "../../words/words";
import { type LinkCard, isOwnComputer, sheetsOf } from "./link_card";
import words from "./words.json";
import "./link_cards.css";

const say = sentences(words);

function Card({ card, address }: { card: LinkCard; address: string }) {
  const whole = address.replace(/\/+$/, "") + card.link;
  return (
    <li class="link-card">
      <QrCode text={whole} name={say("card_qr", { name: card.name })} />
      <div>
        <p class="link-card-name">{card.name}</p>
        {card.organisation && card.organisation !== card.name && <p>{card.organisation}</p>}
        <p>
          {say("card_login")}: <strong>{card.login}</strong>
        </p>
        <p>{say("card_until", { day: day(card.expires) })}</p>
        <p class="link-card-how">{say("card_how")}</p>
        <p class="link-card-address">{whole}</p>
      </div>
    </li>
  );
}

export function LinkCards({ cards, close }: { cards: LinkCard[]; close: () => void }) {
  const [address, setAddress] = useState(location.origin);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []); // they took the place of what was pressed
  return (
    <section class="link-cards">
      <div class="no-print">
        <h2 ref={heading} tabIndex={-1}>
          {say("cards")}
        </h2>
        <p>{say("cards_what", { count: cards.length })}</p>
        <div class="narrow">
          <Field
            label={say("cards_address")}
            help={say("cards_address_help")}
            error={isOwnComputer(address) ? say("cards_local") : undefined}
          >
            {(given) => (
              <input
                {...given}
                type="url"
                maxLength={200}
                value={address}
                onInput={(event) => setAddress(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <div class="actions">
          <PrintButton first label={say("print")} />
          <button type="button" class="secondary" onClick={close}>
            {say("cards_close")}
          </button>
        </div>
      </div>
      {sheetsOf(cards).map((sheet) => (
        <ol class="link-sheet" key={sheet[0]?.link} aria-label={region.value?.name}>
          {sheet.map((card) => (
            <Card key={card.link} card={card} address={address} />
          ))}
        </ol>
      ))}
    </section>
  );
}
