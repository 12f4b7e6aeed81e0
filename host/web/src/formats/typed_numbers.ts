// Numbers as people type them: "350.000.000", "Rp 350 juta", "12,5".

const scales: Record<string, number> = {
  rb: 1e3, ribu: 1e3, thousand: 1e3,
  jt: 1e6, juta: 1e6, million: 1e6,
  m: 1e9, miliar: 1e9, milyar: 1e9, billion: 1e9,
  t: 1e12, triliun: 1e12,
};

/**
 * A decimal number in the writing of the API ("1234.5"), of one in Indonesian or English
 * writing; undefined when it is none. A single "." or "," followed by three digits is read as
 * Indonesian does: "1.500" is 1500, "1,500" is 1.5.
 */
export function decimal(text: string): string | undefined {
  const trimmed = text.trim().replace(/\s/g, "");
  const indonesian = /^[+-]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/;
  const english = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
  const plain = indonesian.test(trimmed)
    ? trimmed.replaceAll(".", "").replace(",", ".")
    : english.test(trimmed)
      ? trimmed.replaceAll(",", "")
      : undefined;
  return plain?.replace(/^\+/, "").replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

/** Whole rupiah, also of "350 juta"; undefined when it cannot be read. */
export function rupiahOf(text: string): number | undefined {
  const parts = /^(?:rp\.?)?\s*([\d.,\s]+?)\s*([a-z]+)?\.?$/i.exec(text.trim());
  if (!parts) return undefined;
  const scale = parts[2] === undefined ? 1 : scales[parts[2].toLowerCase()];
  const read = decimal(parts[1] ?? "");
  if (scale === undefined || read === undefined) return undefined;
  const amount = Math.round(Number(read) * scale);
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** A whole number, "1.200" too; undefined when it is none. */
export function wholeOf(text: string): number | undefined {
  const read = decimal(text) ?? "";
  return /^\d{1,9}$/.test(read) ? Number(read) : undefined;
}

/**
 * As it is sent: nothing where nothing is typed; what cannot be read goes as it was typed, so
 * that the API says what is wrong with it.
 */
export function numberSent(text: string, read: (text: string) => number | undefined): number | undefined {
  const typed = text.trim();
  return typed === "" ? undefined : (read(typed) ?? (typed as unknown as number));
}
