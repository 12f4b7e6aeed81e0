import "@picocss/pico/css/pico.min.css";
import "./shell/style.css";

import { render } from "preact";

import { App } from "./shell/app";
import { recallSession } from "./shell/sign_in";
import { chooseLanguage, language } from "./words/language";

chooseLanguage(language.value);
void recallSession();
render(<App />, document.getElementById("app")!);
