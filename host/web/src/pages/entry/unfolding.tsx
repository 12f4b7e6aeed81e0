// A part of the page that is asked for only when somebody opens it.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  title: string;
  children: () => ComponentChildren;
}

export function Unfolding({ title, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      class="entry-unfolding"
      onToggle={(event) => {
        if (event.currentTarget.open) setOpened(true);
      }}
    >
      <summary>
        <h2>{title}</h2>
      </summary>
      {opened && children()}
    </details>
  );
}
