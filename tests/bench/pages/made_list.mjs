// A list of so many varied innovations of 13.11, all submitted and complete, the same each time.
//
//   node made_list.mjs COUNT > list.csv
import { readFileSync } from "node:fs";

const source = new URL("../../../registry-data/", import.meta.url);
const { areas } = JSON.parse(readFileSync(new URL("taxonomy.json", source), "utf8"));
const organisations = readFileSync(new URL("samples/13.11/organisations.csv", source), "utf8")
  .split("\n")
  .slice(1)
  .map((line) => line.split(";"))
  .filter(([, , kind]) => kind?.trim() === "OPD")
  .map(([code]) => code);

/** A linear congruential generator: what matters is that it always draws the same. */
let drawn = 20261123;
function below(bound) {
  drawn = (drawn * 48271) % 2147483647;
  return drawn % bound;
}

const columns = {
  id_inovasi: (number) => `M-${number}`,
  nama_inovasi: (number) => `Layanan ${number} untuk warga nagari`,
  perangkat_daerah: () => organisations[below(organisations.length)],
  ringkasan: (number) => `Warga dilayani di kantor nagari menurut jadwal ${number}.`,
  manfaat: () => (below(3) > 0 ? "Warga tidak menempuh perjalanan jauh." : ""),
  sasaran: () => (below(2) > 0 ? "Warga nagari" : ""),
  bentuk: () => ["Pelayanan Publik", "Tata Kelola Pemerintahan", "Lainnya"][below(3)],
  tahapan: () => ["Inisiatif", "Uji Coba", "Penerapan"][below(3)],
  jenis_usulan: () => "Inovasi",
  bidang: () => areas[below(areas.length)].name.id,
  durasi_bulan: () => 3 + below(20),
  biaya: () => (50 + below(1950)) * 1_000_000,
  tahun_anggaran: () => 2026,
  sumber_dana: () => "APBD",
  indikator: () => "Warga yang dilayani",
  satuan: () => "orang",
  baseline: () => below(100),
  target: () => 100 + below(900),
  kesiapan_struktur: () => below(5),
  kesiapan_infrastruktur: () => below(5),
  kesiapan_suprastruktur: () => below(5),
  status: () => "diajukan",
};

console.log(Object.keys(columns).join(";"));
for (let number = 1; number <= Number(process.argv[2]); number += 1) {
  console.log(Object.values(columns).map((value) => value(number)).join(";"));
}
