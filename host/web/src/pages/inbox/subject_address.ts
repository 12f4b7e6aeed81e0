// Where the page lies that a notification is about.
import type { components } from "../../api/schema";

type Subject = components["schemas"]["Notification"]["subject"];

/** undefined: there is no page about it. */
export function subjectAddress(code: string, { kind, id }: Subject): string | undefined {
  switch (kind) {
    case "innovation":
      return `/${code}/inovasi/${id}`;
    case "import":
      return `/${code}/daftar`;
    case "monitoring_period":
    case "follow_up":
      return `/${code}/pemantauan`;
    default:
      return undefined;
  }
}
