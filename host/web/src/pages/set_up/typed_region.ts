// The region that somebody means who types its name or its code.
export interface KnownRegion {
  code: string;
  name: string;
}

const folded = (text: string) => text.trim().replaceAll(/\s+/g, " ").toLocaleLowerCase("id");

/** The code of the region of that name; else what was typed, of which the API says what it is. */
export function typedCode(typed: string, known: readonly KnownRegion[]): string {
  const named = known.find((one) => folded(one.name) === folded(typed));
  return named?.code ?? typed.trim();
}
