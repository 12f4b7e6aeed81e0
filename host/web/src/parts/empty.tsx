// Nothing here (yet): says so, and what to do next.
import type { ComponentChildren } from "preact";

export function Empty(props: { title: string; what?: string; children?: ComponentChildren }) {
  return (
    <section class="empty">
      <h2>{props.title}</h2>
      {props.what && <p>{props.what}</p>}
      {props.children}
    </section>
  );
}
