// Who probably leads a package: whoever owns most of it.
interface Named {
  id: string;
  name?: string;
}

export function likelyLead(
  members: readonly { owner?: string }[],
  organisations: readonly Named[],
): string | undefined {
  let best: Named | undefined;
  let most = 0;
  for (const one of organisations) {
    const owned = members.filter((member) => member.owner !== undefined && member.owner === one.name);
    if (owned.length > most) {
      most = owned.length;
      best = one;
    }
  }
  return best?.id;
}
