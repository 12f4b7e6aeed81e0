// The frame of one page's content: its heading, which also names the window.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import { region } from "../shell/region";

interface Props {
  title: string;
  /** Beside the heading: buttons and links. */
  actions?: ComponentChildren;
  children: ComponentChildren;
}

export function Page({ title, actions, children }: Props) {
  const name = region.value?.name;
  useEffect(() => {
    document.title = [title, name, "Pilah"].filter(Boolean).join(" · ");
  }, [title, name]);
  return (
    <>
      <div class="heading">
        <h1>{title}</h1>
        {actions && <div class="actions">{actions}</div>}
      </div>
      {children}
    </>
  );
}
