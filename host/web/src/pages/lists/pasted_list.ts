// Lines that were pasted from a spreadsheet, as a list with a header: names alone, or codes and
// names, or a table that has its header already.

const separators = ["\t", ";"] as const;
const headerWord = /^(nama|kode|name|code|no\.?|opd|skpd|perangkat daerah|organisasi|jenis|unit kerja)\b/i;

const quoted = (cell: string) => `"${cell.trim().replace(/"/g, '""')}"`;

/** `kind`: of all of them, unless the pasted table has a header; then that says all. */
export function pastedList(text: string, kind: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const separator = separators.find((one) => lines.some((line) => line.includes(one))) ?? "\t";
  const rows = lines.map((line) => line.split(separator));
  const first = rows[0] ?? [];
  const write = (cells: readonly string[]) => cells.map(quoted).join(";");
  if (first.every((cell) => cell.trim() === "" || headerWord.test(cell.trim()))) {
    return rows.map(write).join("\r\n");
  }
  const withCode = rows.some((row) => row.length > 1);
  const header = withCode ? ["kode", "nama", "jenis"] : ["nama", "jenis"];
  const body = rows.map((row) => {
    if (!withCode) return [row[0] ?? "", kind];
    const [code = "", name = ""] = row.length > 1 ? row : ["", row[0] ?? ""];
    return [code, name, kind];
  });
  return [header, ...body].map(write).join("\r\n");
}
