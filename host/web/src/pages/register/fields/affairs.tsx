// Which of the 38 affairs of government it serves; kept by their Indonesian names, as lists say
// them.
import data from "registry-data/affairs.json";

import { language } from "../../../words/language";
import { sentences } from "../../../words/words";
import { Picker } from "./picker";
import words from "./words.json";

const say = sentences(words);

export function Affairs({ affairs, change }: { affairs: string[]; change: (affairs: string[]) => void }) {
  const options = data.affairs.map(({ name }) => ({ value: name.id, label: name[language.value] }));
  return <Picker what={say("affair")} options={options} chosen={affairs} choose={change} />;
}
