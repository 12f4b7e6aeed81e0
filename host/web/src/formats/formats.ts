// Numbers, money and days as Indonesians write them (or English readers, after the switch).
import { language } from "../words/language";

const locale = () => (language.value === "id" ? "id-ID" : "en-GB");

/** One formatter for the same wish: making one takes longer than hundreds of its answers. */
function once<Options, Format>(make: (locale: string, options: Options) => Format) {
  const made = new Map<string, Format>();
  return (options: Options): Format => {
    const key = `${locale()} ${JSON.stringify(options)}`;
    const found = made.get(key) ?? make(locale(), options);
    made.set(key, found);
    return found;
  };
}

const formatter = once(
  (language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
);
/** How days, months and instants are told. */
export const dateFormatter = once(
  (language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
);

export const number = (value: number, digits = 0) =>
  formatter({ maximumFractionDigits: digits }).format(value);

export const percent = (share: number, digits = 0) =>
  formatter({ style: "percent", maximumFractionDigits: digits }).format(share);

/** Whole rupiah: "Rp 350.000.000". */
export const rupiah = (value: number) =>
  formatter({
    style: "currency",
    currency: "IDR",
    currencyDisplay: "narrowSymbol",
    maximumFractionDigits: 0,
  }).format(value);

/** Rupiah where space is short: "Rp 12 M" (miliar), "Rp 350 jt". */
export const rupiahShort = (value: number) =>
  formatter({
    style: "currency",
    currency: "IDR",
    currencyDisplay: "narrowSymbol",
    notation: "compact",
    maximumFractionDigits: 1,
  }).format(value);

/** A day "2026-02-20" as "20 Februari 2026". */
export const day = (iso: string) =>
  dateFormatter({ dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));

const zones: Record<string, string> = {
  WIB: "Asia/Jakarta",
  WITA: "Asia/Makassar",
  WIT: "Asia/Jayapura",
};

/** An instant in a region's time: "20 Februari 2026 16.00 WITA". */
export const instant = (iso: string, zone = "WIB") =>
  `${dateFormatter({
    dateStyle: "long",
    timeStyle: "short",
    timeZone: zones[zone] ?? "Asia/Jakarta",
  }).format(new Date(iso))} ${zone}`;
