// The form: its steps, and of each field what kind it is, what it means and an example. Words of
// the glossary stand in {{ }}; the components of each kind lie in fields/.
import type { Sentence } from "../../words/words";
import type { FieldKey } from "./typed";

type TextKey =
  | "name" | "short_name" | "summary" | "problem" | "target_group" | "benefit" | "uniqueness"
  | "risks" | "potential" | "strategy" | "resources";
export type ChoiceKey = "entry_kind" | "form" | "stage";
type MonthKey = "started" | "applied";
type NumberKey = "staff" | "duration_months";
type LinesKey = "partners" | "links";

interface Common {
  label: Sentence;
  help: Sentence;
  example?: Sentence;
  /** Files may prove what is said here. */
  proof?: true;
  /** Without it the entry cannot be submitted. */
  required?: true;
}

export interface Choice {
  value: string;
  label: Sentence;
}

export type FieldSpec = Common &
  (
    | { kind: "line" | "text"; key: TextKey }
    | { kind: "choice"; key: ChoiceKey; choices: Choice[] }
    | { kind: "month"; key: MonthKey }
    | { kind: "number"; key: NumberKey; unit: Sentence }
    | { kind: "lines"; key: LinesKey; line: Sentence }
    | { kind: "owner"; key: "owner" }
    | { kind: "organisations"; key: "supporting_organisations" }
    | { kind: "digital"; key: "digital" }
    | { kind: "areas"; key: "mappings" }
    | { kind: "affairs"; key: "affairs" }
    | { kind: "plans"; key: "plan_links" }
    | { kind: "places"; key: "places" }
    | { kind: "budgets"; key: "budgets" }
    | { kind: "readiness"; key: "readiness" }
    | { kind: "indicators"; key: "indicators" }
  );

export interface Step {
  key: string;
  title: Sentence;
  fields: FieldSpec[];
}

const word = (key: string): Sentence => ({ id: `{{${key}}}`, en: `{{${key}}}` });

export const applicationUses: Choice[] = [
  { value: "builds", label: { id: "membuat aplikasi baru", en: "builds a new application" } },
  { value: "extends", label: { id: "menambah aplikasi yang sudah ada", en: "extends an existing application" } },
  { value: "reuses", label: { id: "memakai aplikasi yang sudah ada", en: "uses an existing application as it is" } },
];

export const steps: Step[] = [
  {
    key: "nama",
    title: { id: "Apa inovasinya", en: "What it is" },
    fields: [
      {
        key: "name", kind: "line", required: true,
        label: { id: "Nama {{innovation}}", en: "Name of the {{innovation}}" },
        help: {
          id: "Nama lengkap seperti dikenal orang. Kepanjangan singkatan ikut ditulis.",
          en: "The full name by which people know it; spell out an abbreviation.",
        },
        example: { id: "Antrean RSUD Tanpa Menunggu", en: "Antrean RSUD Tanpa Menunggu" },
      },
      {
        key: "summary", kind: "text", required: true, proof: true,
        label: { id: "Ringkasan", en: "Summary" },
        help: {
          id: "Satu dua kalimat: apa yang dilakukan, oleh siapa, untuk siapa.",
          en: "One or two sentences: what is done, by whom, for whom.",
        },
        example: {
          id: "Pasien mengambil nomor antrean dari rumah lewat telepon atau WhatsApp.",
          en: "Patients take their queue number at home, by telephone or WhatsApp.",
        },
      },
      {
        key: "owner", kind: "owner", required: true,
        label: { id: "{{agency}} pemilik", en: "Owner" },
        help: {
          id: "Yang bertanggung jawab menjalankannya. Tanpa pemilik, inovasi tidak dapat menjadi {{candidate}}.",
          en: "Who is responsible for it. Without an owner it cannot become a {{candidate}}.",
        },
      },
      {
        key: "short_name", kind: "line",
        label: { id: "Nama singkat", en: "Short name" },
        help: {
          id: "Singkatan atau nama panggilan, bila ada.",
          en: "An abbreviation or nickname, if there is one.",
        },
        example: { id: "ARTM", en: "ARTM" },
      },
      {
        key: "entry_kind", kind: "choice",
        label: { id: "Jenis", en: "Kind" },
        help: {
          id: "Sudah berjalan, masih gagasan, atau program besar?",
          en: "Is it running, still an idea, or a large programme?",
        },
        choices: [
          { value: "existing", label: word("existing-innovation") },
          { value: "idea", label: word("idea") },
          { value: "flagship", label: word("flagship-programme") },
          { value: "potential", label: word("regional-potential") },
        ],
      },
    ],
  },
  {
    key: "manfaat",
    title: { id: "Masalah dan manfaat", en: "Problem and benefit" },
    fields: [
      {
        key: "problem", kind: "text", proof: true,
        label: { id: "Masalah", en: "Problem" },
        help: {
          id: "Apa yang terjadi sebelum ini ada? Sebut angka bila tahu.",
          en: "What was it like before? Name figures if you know them.",
        },
        example: {
          id: "Pasien mengantre sejak subuh, rata-rata 4 jam.",
          en: "Patients queued from dawn, for 4 hours on average.",
        },
      },
      {
        key: "target_group", kind: "line",
        label: { id: "Sasaran", en: "Target group" },
        help: {
          id: "Siapa yang merasakan manfaatnya, dan berapa orang.",
          en: "Who feels the benefit, and how many they are.",
        },
        example: { id: "12.000 pasien rawat jalan setahun", en: "12,000 outpatients a year" },
      },
      {
        key: "benefit", kind: "text", proof: true,
        label: { id: "Manfaat", en: "Benefit" },
        help: {
          id: "Apa yang berubah bagi mereka? Yang terasa langsung lebih dulu.",
          en: "What has changed for them? What is felt directly comes first.",
        },
        example: {
          id: "Waktu tunggu turun dari 4 jam menjadi 40 menit.",
          en: "Waiting fell from 4 hours to 40 minutes.",
        },
      },
      {
        key: "uniqueness", kind: "text", proof: true,
        label: { id: "Kebaruan", en: "What is new" },
        help: {
          id: "Apa bedanya dengan cara lama dan dengan daerah lain?",
          en: "How does it differ from the old way, and from other regions?",
        },
        example: {
          id: "Yang pertama di provinsi yang memakai telepon biasa.",
          en: "The first in the province that works with plain telephones.",
        },
      },
    ],
  },
  {
    key: "bidang",
    title: { id: "{{area}} dan rencana", en: "{{area}} and plans" },
    fields: [
      {
        key: "mappings", kind: "areas", required: true,
        label: { id: "{{area}} kota cerdas", en: "Smart-city {{area}}" },
        help: {
          id: "Satu {{primary-area}} yang paling tepat; yang lain boleh ditambahkan.",
          en: "The one {{primary-area}} that fits best; others may be added.",
        },
      },
      {
        key: "affairs", kind: "affairs",
        label: { id: "Urusan pemerintahan", en: "Affairs of government" },
        help: {
          id: "Urusan utama lebih dulu, lalu yang beririsan.",
          en: "The main affair first, then those that it touches.",
        },
        example: { id: "Kesehatan", en: "Health" },
      },
      {
        key: "plan_links", kind: "plans",
        label: { id: "Kaitan dengan {{plan}}", en: "Links to plans" },
        help: {
          id: "Program RPJMD dan Renstra yang dijalankan lebih baik dengan inovasi ini.",
          en: "The programmes of RPJMD and Renstra that this carries out in a better way.",
        },
        example: { id: "Program Pemenuhan Upaya Kesehatan", en: "Program Pemenuhan Upaya Kesehatan" },
      },
    ],
  },
  {
    key: "pelaksanaan",
    title: { id: "Pelaksanaan", en: "Carrying it out" },
    fields: [
      {
        key: "form", kind: "choice",
        label: { id: "Bentuk", en: "Form" },
        help: {
          id: "Membenahi kerja di dalam, atau layanan kepada warga?",
          en: "Does it better the work inside, or a service to residents?",
        },
        choices: [
          { value: "governance", label: word("form-governance") },
          { value: "public_service", label: word("form-public-service") },
          { value: "other", label: word("form-other") },
        ],
      },
      {
        key: "stage", kind: "choice",
        label: { id: "Tahapan", en: "Stage" },
        help: { id: "Sejauh mana sekarang?", en: "How far is it now?" },
        choices: [
          { value: "initiative", label: word("stage-initiative") },
          { value: "trial", label: word("stage-trial") },
          { value: "applied", label: word("stage-applied") },
        ],
      },
      {
        key: "digital", kind: "digital", proof: true,
        label: { id: "Digital atau tidak", en: "Digital or not" },
        help: {
          id: "Inovasi tidak harus berupa aplikasi; yang tidak digital sama nilainya.",
          en: "An innovation need not be an application; one that is not digital counts as much.",
        },
      },
      {
        key: "started", kind: "month",
        label: { id: "Mulai dikerjakan", en: "Work began" },
        help: {
          id: "Bulan boleh dikosongkan bila hanya tahunnya yang diketahui.",
          en: "Leave the month open if only the year is known.",
        },
      },
      {
        key: "applied", kind: "month", proof: true,
        label: { id: "Mulai diterapkan", en: "Applied since" },
        help: { id: "Sejak kapan dipakai sungguhan.", en: "Since when it is really used." },
      },
      {
        key: "duration_months", kind: "number", unit: word("month"),
        label: { id: "Lama sampai terasa", en: "Time until it is felt" },
        help: {
          id: "Dari mulai dikerjakan sampai hasilnya terasa, dalam bulan.",
          en: "From the start of work until its effect is felt, in months.",
        },
        example: { id: "8", en: "8" },
      },
      {
        key: "staff", kind: "number", unit: { id: "orang", en: "people" },
        label: { id: "Pelaksana", en: "Staff" },
        help: { id: "Berapa orang yang mengerjakannya.", en: "How many people work on it." },
        example: { id: "12", en: "12" },
      },
      {
        key: "supporting_organisations", kind: "organisations", proof: true,
        label: { id: "Organisasi pendukung", en: "Supporting organisations" },
        help: {
          id: "{{agency}}, kecamatan, desa, atau organisasi lain yang ikut mengerjakan.",
          en: "Agencies, sub-districts, villages or others that take part.",
        },
      },
      {
        key: "partners", kind: "lines", line: word("partner"),
        label: { id: "Mitra", en: "Partners" },
        help: {
          id: "Yang membantu dari luar pemerintah daerah.",
          en: "Who helps from outside the government.",
        },
        example: { id: "BPJS Kesehatan", en: "BPJS Kesehatan" },
      },
      {
        key: "places", kind: "places",
        label: { id: "Lokasi", en: "Places" },
        help: { id: "Di mana dijalankan.", en: "Where it is carried out." },
      },
    ],
  },
  {
    key: "biaya",
    title: { id: "Biaya dan kesiapan", en: "Money and readiness" },
    fields: [
      {
        key: "budgets", kind: "budgets", proof: true,
        label: { id: "Anggaran per tahun dan sumber dana", en: "Budget by year and source" },
        help: {
          id: "Satu baris untuk setiap tahun dan sumber. Jumlah boleh dikosongkan bila belum diketahui.",
          en: "One line for each year and source. Leave an unknown amount open.",
        },
        example: { id: "2026, APBD, 350 juta", en: "2026, APBD, 350 juta" },
      },
      {
        key: "readiness", kind: "readiness", proof: true,
        label: { id: "Kesiapan", en: "Readiness" },
        help: {
          id: "Pilih langkah yang paling sesuai dengan keadaan sekarang.",
          en: "Choose the step that fits today.",
        },
      },
      {
        key: "resources", kind: "text",
        label: { id: "Sumber daya", en: "Resources" },
        help: {
          id: "Orang, dana, alat, dan cara yang membuatnya berjalan.",
          en: "People, funds, tools and methods that keep it going.",
        },
        example: {
          id: "Dua petugas loket, telepon, dana operasional RSUD.",
          en: "Two clerks, a telephone, the hospital's running budget.",
        },
      },
    ],
  },
  {
    key: "ukuran",
    title: { id: "Ukuran hasil", en: "Measures" },
    fields: [
      {
        key: "indicators", kind: "indicators",
        label: { id: "Indikator", en: "Indicators" },
        help: {
          id: "Angka sebelum, angka yang dituju, dan yang sudah dicapai. Satu saja sudah membantu.",
          en: "The figure before, the one aimed at, and what was reached. One already helps.",
        },
        example: {
          id: "Rata-rata waktu tunggu, menit: 240, target 45",
          en: "Average waiting time, minutes: 240, target 45",
        },
      },
    ],
  },
  {
    key: "kelanjutan",
    title: { id: "Kelanjutan", en: "Going on" },
    fields: [
      {
        key: "potential", kind: "text",
        label: { id: "Dapat ditiru", en: "Can be adopted" },
        help: {
          id: "Siapa lagi yang dapat memakainya, dan apa yang diperlukan untuk itu.",
          en: "Who else could use it, and what that takes.",
        },
        example: {
          id: "Semua puskesmas dapat memakainya tanpa alat baru.",
          en: "All health centres can use it without new equipment.",
        },
      },
      {
        key: "strategy", kind: "text",
        label: { id: "Strategi keberlanjutan", en: "Strategy to last" },
        help: {
          id: "Apa yang membuatnya tetap berjalan bila orang atau anggarannya berganti.",
          en: "What keeps it going when people or budgets change.",
        },
        example: {
          id: "Ditetapkan dengan keputusan direktur; dilatihkan kepada petugas baru.",
          en: "Set by a decision of the director; taught to new clerks.",
        },
      },
      {
        key: "risks", kind: "text",
        label: { id: "Risiko", en: "Risks" },
        help: {
          id: "Apa yang dapat menghambat, dan bagaimana menghadapinya.",
          en: "What could hinder it, and what to do then.",
        },
        example: {
          id: "Jaringan lemah di nagari terpencil: nomor diberikan lewat kader.",
          en: "Weak networks in remote villages: health volunteers give out numbers.",
        },
      },
      {
        key: "links", kind: "lines", line: { id: "tautan", en: "link" },
        label: { id: "Tautan", en: "Links" },
        help: {
          id: "Berita, video, atau halaman layanan.",
          en: "News, a video, or the page of the service.",
        },
        example: { id: "https://rsud.contoh.go.id/antrean", en: "https://rsud.contoh.go.id/antrean" },
      },
    ],
  },
];

/** The last step: what still lacks, and submitting. */
export const lastStep = steps.length;

export const fieldOf = (key: FieldKey): FieldSpec | undefined =>
  steps.flatMap((step) => step.fields).find((field) => field.key === key);

/** Of "/mappings/0/area": the step with that field, and the field. */
export function placeOf(pointer: string): { step: number; key: string } | undefined {
  const key = pointer.split("/")[1] ?? "";
  const own = key === "application" ? "digital" : key;
  const step = steps.findIndex((one) => one.fields.some((field) => field.key === own));
  return step < 0 ? undefined : { step, key: own };
}
