// Shows its children as long as they can be shown. A page that breaks, or whose code is gone
// since a newer Pilah was installed, says so instead of leaving the window empty.
import { Component, type ComponentChildren } from "preact";

import { Empty } from "../parts/empty";
import { sentences } from "../words/words";
import { Header } from "./header";
import words from "./words.json";

const say = sentences(words);

interface Props {
  /** The address shown; on another one it is tried again. */
  path: string;
  children: ComponentChildren;
}

export class Unbroken extends Component<Props, { broken?: string }> {
  override componentDidCatch(error: unknown) {
    console.error(error);
    this.setState({ broken: this.props.path });
  }

  override render() {
    if (this.state.broken !== this.props.path) return this.props.children;
    return (
      <>
        <Header />
        <main id="content" tabIndex={-1}>
          <Empty title={say("broken")} what={say("broken_what")}>
            <button type="button" onClick={() => location.reload()}>
              {say("reload")}
            </button>
          </Empty>
        </main>
      </>
    );
  }
}
