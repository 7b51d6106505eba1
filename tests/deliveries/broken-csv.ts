import {type BrokenFile, cells, HEAD, type Head} from "./broken-file.ts";

type Line = string | readonly string[];
type Changes = Partial<Record<Head, string>>;

const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");
const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
const utf16 = (text: string): Buffer => Buffer.from(text, "utf16le");
const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

/** Lines of cells with a semicolon between and a line break after each; a text is a line as it stands. */
const lines = (all: readonly Line[], delimiter = ";", end = "\r\n"): string =>
  all.map((line) => (typeof line === "string" ? line : line.join(delimiter)) + end).join("");

/** A header and one row for each set of changes. */
const text = (sak: string, rows: readonly Changes[], delimiter = ";", end = "\r\n"): string =>
  lines([HEAD, ...rows.map((changes, index) => cells(`${sak}-${index + 1}`, changes))], delimiter, end);

const one: readonly Changes[] = [{}];
const two: readonly Changes[] = [{}, {}];
const without = (head: Head): ((line: readonly string[]) => readonly string[]) => {
  const at = HEAD.indexOf(head);
  return (line) => line.filter((_, index) => index !== at);
};

const file = (name: string, make: (sak: string) => Uint8Array | string, expected: string): BrokenFile => ({
  name: `${name}.csv`,
  make: (sak) => {
    const made = make(sak);
    return typeof made === "string" ? utf8(made) : made;
  },
  expected,
});

/** One changed cell in the second of two rows. */
const cell = (name: string, head: Head, value: string, kind: string): BrokenFile =>
  file(name, (sak) => text(sak, [{}, {[head]: value}]), `quarantine 1+1+0+0: 3 ${head} ${kind}`);
const harmless = (name: string, head: Head, value: string): BrokenFile =>
  file(name, (sak) => text(sak, [{}, {[head]: value}]), "accept 2+0+0+0");

const encodings: readonly BrokenFile[] = [
  file("dos-slutt", (sak) => `${text(sak, two)}\u001a`, "accept 2+0+0+1: 4 blank_rows"),
  cell("dobbelkoda-stor-bokstav", "Kommune", Buffer.from("Ålesund").toString("latin1"), "mojibake"),
  cell("saksnr-som-dag", "Saksnr", "01.02.2025", "bad_id"),
  cell("saksnr-som-maanad", "Saksnr", "01.feb", "bad_id"),
  cell("nummer-og-feil-namn", "Kommune", "1506 Volda", "unknown_municipality"),
  harmless("nummer-og-namn", "Kommune", "1506 - Molde"),
  harmless("namn-og-nummer", "Kommune", "Molde (1506)"),
  file("utf8", (sak) => text(sak, two), "accept 2+0+0+0"),
  file("utf8-bom", (sak) => `\ufeff${text(sak, two)}`, "accept 2+0+0+0"),
  file("utf16le-bom", (sak) => utf16(`\ufeff${text(sak, two, "\t")}`), "accept 2+0+0+0"),
  file("utf16be-bom", (sak) => utf16(`\ufeff${text(sak, two, "\t")}`).swap16(), "accept 2+0+0+0"),
  file("utf16le-utan-bom", (sak) => utf16(text(sak, two)), "accept 2+0+0+0"),
  file("utf16le-odde", (sak) => utf16(`\ufeff${text(sak, two)}`).subarray(0, -1), "refuse: 4 truncated"),
  file(
    "utf16le-halvt-teikn",
    (sak) => Buffer.concat([utf16(`\ufeff${text(sak, one)}`), Buffer.from([0x00, 0xd8, 0x41, 0x00])]),
    "refuse: 3 encoding",
  ),
  file("windows-1252", (sak) => latin(text(sak, two)), "accept 2+0+0+0"),
  file(
    "windows-1252-strek",
    (sak) => latin(text(sak, [{Beskrivelse: "Ikke sendt \x96 \x93purret\x94 \x80 100"}])),
    "accept 1+0+0+0",
  ),
  file("windows-1252-udefinert", (sak) => latin(text(sak, [{}, {Beskrivelse: "\x81\x8d"}])), "refuse: 3 encoding"),
  file(
    "blanda-utf8-og-1252",
    (sak) => Buffer.concat([utf8(text(sak, one)), latin(lines([cells(`${sak}-2`)]))]),
    "refuse: 3 encoding",
  ),
  file(
    "blanda-1252-og-utf8",
    (sak) => Buffer.concat([latin(text(sak, one)), utf8(lines([cells(`${sak}-2`)]))]),
    "refuse: 2 encoding",
  ),
  file(
    "bom-men-1252",
    (sak) => Buffer.concat([bytes([0xef, 0xbb, 0xbf]), latin(text(sak, one))]),
    "refuse: 2 encoding",
  ),
  file("overlang-utf8", (sak) => Buffer.concat([utf8(text(sak, one)), bytes([0xc0, 0xaf])]), "refuse: 3 encoding"),
  file(
    "utf8-kutta-i-eit-teikn",
    (sak) => utf8(text(sak, one)).subarray(0, utf8(text(sak, one)).lastIndexOf(0xc3) + 1),
    "refuse: 2 truncated",
  ),
  file("dos-865", (sak) => latin(text(sak, [{Alvorlighetsgrad: "H\x9by"}])), "refuse: 2 encoding"),
  file("mac-roman", (sak) => latin(text(sak, [{Alvorlighetsgrad: "H\xbfy"}])), "refuse: 2 encoding"),
  cell("erstatningsteikn", "Beskrivelse", "Pasienten fekk ikkje pr\ufffdven", "encoding"),
  cell("dobbelkoda", "Beskrivelse", "Legemiddel ble ikke fÃ¸rt opp", "mojibake"),
  cell("dobbelkoda-kommune", "Kommune", "Ã…lesund", "mojibake"),
  cell("dobbelkoda-strek", "Beskrivelse", "Purret â€“ ingen svar", "mojibake"),
  file("utf8-dekomponert", (sak) => text(sak, [{Kommune: "A\u030alesund"}]), "accept 1+0+0+0"),
  file("nul", (sak) => text(sak, [{}, {Beskrivelse: "a\0b"}]), "refuse: 3 nul_byte"),
  file("nul-i-utf16", (sak) => utf16(`\ufeff${text(sak, [{Beskrivelse: "a\0b"}])}`), "refuse: 2 nul_byte"),
  file("berre-nul", () => new Uint8Array(4096), "refuse: 1 nul_byte"),
  file("utf32", () => bytes([0xff, 0xfe, 0, 0, 0x53, 0, 0, 0, 0x61, 0, 0, 0]), "refuse: 1 nul_byte"),
];

const delimiters: readonly BrokenFile[] = [
  file("komma", (sak) => text(sak, two, ","), "accept 2+0+0+0"),
  file("tabulator", (sak) => text(sak, two, "\t"), "accept 2+0+0+0"),
  file("loddrett-strek", (sak) => text(sak, two, "|"), "accept 2+0+0+0"),
  file("kolon", (sak) => text(sak, two, ":"), "refuse: not_tabular"),
  file(
    "komma-i-teksten",
    (sak) =>
      text(
        sak,
        Array.from({length: 20}, () => ({Enhet: "Kirurgi, ortopedi, akutt, post 2, 3 og 4"})),
      ),
    "accept 20+0+0+0",
  ),
  file(
    "semikolon-i-kommafil",
    (sak) => text(sak, [{Beskrivelse: "Ringte; ingen svar; purret; ingen svar; sendt på nytt"}], ","),
    "accept 1+0+0+0",
  ),
  file("sep-linje", (sak) => `sep=;\r\n${text(sak, two)}`, "accept 2+0+0+0"),
  file("sep-linje-komma", (sak) => `sep=,\r\n${text(sak, two, ",")}`, "accept 2+0+0+0"),
  file("sep-linje-som-ikkje-stemmer", (sak) => `sep=,\r\n${text(sak, two)}`, "accept 2+0+0+0"),
  file(
    "overskrift-i-hermeteikn",
    (sak) => lines([HEAD.map((head) => `"${head}"`), cells(`${sak}-1`)]),
    "accept 1+0+0+0",
  ),
  file("berre-lf", (sak) => text(sak, two, ";", "\n"), "accept 2+0+0+0"),
  file("berre-cr", (sak) => text(sak, two, ";", "\r"), "accept 2+0+0+0"),
  file(
    "ulike-linjeskift",
    (sak) =>
      `${lines([HEAD, cells(`${sak}-1`)])}${lines([cells(`${sak}-2`)], ";", "\n")}${lines([cells(`${sak}-3`)], ";", "\r")}`,
    "accept 3+0+0+0",
  ),
  file("utan-siste-linjeskift", (sak) => text(sak, two).trimEnd(), "accept 2+0+0+0"),
  file(
    "skiljeteiknet-skiftar",
    (sak) => text(sak, one) + lines([cells(`${sak}-2`)], ","),
    "quarantine 1+1+0+0: 3 ragged_row",
  ),
];

const shapes: readonly BrokenFile[] = [
  file("tom", () => "", "refuse: empty"),
  file("berre-bom", () => "\ufeff", "refuse: empty"),
  file("berre-mellomrom", () => " \r\n\r\n  \r\n", "refuse: empty"),
  file("berre-overskrift", () => lines([HEAD]), "refuse: no_rows"),
  file("berre-overskrift-og-tomme", () => lines([HEAD, "", ";;;;;;;;;"]), "accept 0+0+0+2: 2 blank_rows, 3 blank_rows"),
  file(
    "prosa",
    () => "Hei, her kjem avvika for mars. Ring om noko er uklart.\r\nMvh Eit sekretariat\r\n",
    "refuse: not_tabular",
  ),
  file("to-tittelliner", (sak) => `Uttrekk 2025\r\n\r\n${text(sak, two)}`, "accept 2+0+0+0"),
  file("titteline-med-skiljeteikn", (sak) => `Uttrekk;2025;;;;;;;;\r\n${text(sak, two)}`, "accept 2+0+0+0"),
  file(
    "sumrad",
    (sak) => text(sak, two) + lines([["Totalt", "2", "", "", "", "", "", "", "", ""]]),
    "accept 2+0+0+1: 4 footer_row",
  ),
  file("sumrad-utan-celler", (sak) => `${text(sak, two)}Sum: 2\r\n`, "accept 2+0+0+1: 4 footer_row"),
  file(
    "tomme-rader",
    (sak) => `${text(sak, one)}\r\n;;;;;;;;;\r\n${lines([cells(`${sak}-2`)])}`,
    "accept 2+0+0+2: 3 blank_rows, 4 blank_rows",
  ),
  file("overskrift-gjenteken", (sak) => text(sak, one) + text(`${sak}b`, one), "accept 2+0+0+1: 3 repeated_header"),
  file(
    "for-kort-rad",
    (sak) => text(sak, one) + lines(["x;Molde", cells(`${sak}-3`)]),
    "quarantine 2+1+0+0: 3 ragged_row",
  ),
  file(
    "for-lang-rad",
    (sak) => text(sak, one) + lines([[...cells(`${sak}-2`), "ein til"]]),
    "quarantine 1+1+0+0: 3 ragged_row",
  ),
  file(
    "tomme-celler-til-slutt",
    (sak) =>
      lines([
        [...HEAD, "", ""],
        [...cells(`${sak}-1`), "", ""],
      ]),
    "accept 1+0+0+0",
  ),
  file(
    "skiljeteikn-i-tekst-utan-hermeteikn",
    (sak) => text(sak, [{}, {Beskrivelse: "Purret; ingen svar"}]),
    "quarantine 1+1+0+0: 3 ragged_row",
  ),
  file(
    "linjeskift-i-tekst-utan-hermeteikn",
    (sak) => text(sak, [{}, {Beskrivelse: "Purret\r\ningen svar"}, {}]),
    "quarantine 2+2+0+0: 3 ragged_row, 4 ragged_row",
  ),
  file(
    "linjeskift-i-hermeteikn",
    (sak) => text(sak, [{Beskrivelse: '"Purret\r\ningen svar;\n""ja"""'}, {}]),
    "accept 2+0+0+0",
  ),
  file("hermeteikn-inne-i-tekst", (sak) => text(sak, [{Beskrivelse: 'Sa "nei" i telefonen'}, {}]), "accept 2+0+0+0"),
  file("tekst-etter-hermeteikn", (sak) => text(sak, [{Beskrivelse: '"Purret" to ganger'}, {}]), "accept 2+0+0+0"),
  file("uavslutta-hermeteikn", (sak) => text(sak, [{}, {Beskrivelse: '"Purret'}, {}, {}]), "refuse: 3 unclosed_quote"),
  file(
    "uavslutta-hermeteikn-lukka-seinare",
    (sak) => text(sak, [{}, {Beskrivelse: '"Purret'}, {}, {Beskrivelse: '"ja"'}]),
    "refuse: 3 unclosed_quote",
  ),
  file("uavslutta-i-overskrift", (sak) => `"${text(sak, two)}`, "refuse: 1 unclosed_quote"),
  file("kutta-rad", (sak) => text(sak, two).slice(0, -70), "refuse: 3 truncated"),
  file(
    "kutta-i-hermeteikn",
    (sak) => text(sak, [{}, {Enhet: '"Medisinsk avdeling"'}]).slice(0, -6),
    "refuse: 3 unclosed_quote",
  ),
  file("kutta-i-overskrifta", () => "Saksnr;Kommune;Hendelsesd", "refuse: 1 truncated"),
  file("kutta-i-overskrifta-etter-tittel", () => "Avvik 2025\n\nSaksnr;Kommune;Hendelsesd", "refuse: 3 truncated"),
  file("kutta-mellom-overskrifter", () => "sep=;\r\nSaksnr;Kommune;Retning;", "refuse: 2 truncated"),
  file("kutta-i-overskrifta-utf16", () => utf16("\ufeffAvvik\r\nSaksnr;Kommune;Hendelsesd"), "refuse: 2 truncated"),
  file("kutta-i-overskrift-med-hermeteikn", () => '"Saksnr";"Kommune";"Hendelsesd', "refuse: 1 truncated"),
  file(
    "endra-overskrift-og-ingen-rader",
    () => "Saksnr;Kommune;Hendelsesd\n",
    "refuse: 1 Kategori header_missing, 1 Registrert header_missing",
  ),
  file(
    "same-rad-to-gonger",
    (sak) => lines([HEAD, cells(`${sak}-1`), cells(`${sak}-1`)]),
    "accept 1+0+1+0: 3 duplicate_id",
  ),
  file(
    "same-saksnr-anna-innhald",
    (sak) => lines([HEAD, cells(`${sak}-1`), cells(`${sak}-1`, {Status: "Åpen"})]),
    "quarantine 1+1+0+0: 3 Saksnr duplicate_id",
  ),
];

const headers: readonly BrokenFile[] = [
  file(
    "kolonne-manglar",
    (sak) => lines([without("Kategori")(HEAD), without("Kategori")(cells(`${sak}-1`))]),
    "refuse: 1 Kategori header_missing",
  ),
  file(
    "ukjend-kolonne",
    (sak) =>
      lines([
        [...HEAD, "Kjennemerke"],
        [...cells(`${sak}-1`), "x"],
      ]),
    "refuse: 1 Kjennemerke header_unknown",
  ),
  file(
    "same-kolonne-to-gonger",
    (sak) =>
      lines([
        [...HEAD, "Status"],
        [...cells(`${sak}-1`), "Åpen"],
      ]),
    "refuse: 1 Status header_duplicate",
  ),
  file(
    "to-namn-på-same-kolonne",
    (sak) =>
      lines([
        [...HEAD, "Kommunenr"],
        [...cells(`${sak}-1`), "1506"],
      ]),
    "refuse: 1 Kommune header_duplicate",
  ),
  file(
    "kolonne-utan-namn",
    (sak) =>
      lines([
        ["", ...HEAD],
        ["1", ...cells(`${sak}-1`)],
      ]),
    "refuse: 1 header_unknown",
  ),
  file(
    "proto-kolonne",
    (sak) =>
      lines([
        [...HEAD, "__proto__"],
        [...cells(`${sak}-1`), "x"],
      ]),
    "refuse: 1 __proto__ header_dangerous",
  ),
  file(
    "tre-proto-kolonnar",
    (sak) =>
      lines([
        [...HEAD, "__proto__", "__proto__", "__proto__"],
        [...cells(`${sak}-1`), "x", "y", "z"],
      ]),
    "refuse: 1 __proto__ header_dangerous",
  ),
  file(
    "constructor-kolonne",
    (sak) =>
      lines([
        [...HEAD, "constructor"],
        [...cells(`${sak}-1`), "x"],
      ]),
    "refuse: 1 constructor header_dangerous",
  ),
  file(
    "formel-i-overskrift",
    (sak) =>
      lines([
        [...HEAD, "=1+1"],
        [...cells(`${sak}-1`), "x"],
      ]),
    "refuse: 1 =1+1 header_dangerous",
  ),
  file(
    "store-bokstavar",
    (sak) => lines([HEAD.map((head) => head.toUpperCase()), cells(`${sak}-1`)]),
    "accept 1+0+0+0",
  ),
  file(
    "mellomrom-og-nbsp",
    (sak) => lines([HEAD.map((head) => ` ${head}\u00a0`), cells(`${sak}-1`)]),
    "accept 1+0+0+0",
  ),
  file(
    "overskrift-dobbelkoda",
    (sak) =>
      lines([
        [...HEAD, "FÃ¸dt"],
        [...cells(`${sak}-1`), "x"],
      ]),
    "refuse: 1 FÃ¸dt header_unknown",
  ),
  file(
    "utan-overskrift",
    (sak) => lines([cells(`${sak}-1`), cells(`${sak}-2`)]),
    "refuse: 1 Saksnr header_missing, 1 Kommune header_missing, 1 Kategori header_missing, 1 Registrert header_missing",
  ),
  file(
    "kolonnar-i-anna-rekkjefølgje",
    (sak) => lines([[...HEAD].reverse(), cells(`${sak}-1`).reverse()]),
    "accept 1+0+0+0",
  ),
  file(
    "for-mange-kolonnar",
    () => lines([Array.from({length: 20_000}, (_, index) => `k${index}`)]),
    "refuse: 1 too_many_columns",
  ),
  file(
    "personkolonnar",
    (sak) =>
      lines([
        [...HEAD, "Pasientnavn"],
        [...cells(`${sak}-1`), "Tenkt Oppdiktsen"],
      ]),
    "accept 1+0+0+0",
  ),
];

const values: readonly BrokenFile[] = [
  cell("styreteikn", "Beskrivelse", "a\u0007b", "control_chars"),
  cell("escape-sekvens", "Beskrivelse", "\u001b[31mraud\u001b[0m", "control_chars"),
  cell("retningsteikn", "Beskrivelse", "a\u202etxt.exe", "control_chars"),
  cell("retningsmerke", "Kommune", "Molde\u200f", "control_chars"),
  cell("pakketeikn", "Beskrivelse", "a\u001fb\u001ec", "control_chars"),
  harmless("mellomrom-utan-breidd", "Kommune", "\u200bMol\u200bde\ufeff"),
  harmless("nbsp-i-verdi", "Retning", "HF\u00a0til\u202fkommune"),
  harmless("proto-som-verdi", "Beskrivelse", "__proto__"),
  harmless("formel-i-tekst", "Beskrivelse", "=cmd|' /C calc'!A0"),
  harmless("markup-i-tekst", "Beskrivelse", "<script>alert(1)</script>"),
  harmless("sql-i-tekst", "Beskrivelse", "') or 1=1 --"),
  cell("formel-som-kategori", "Kategori", "=1+1", "unknown_category"),
  cell("proto-som-kategori", "Kategori", "__proto__", "unknown_category"),
  cell("constructor-som-status", "Status", "constructor", "unknown_status"),
  cell("for-lang-celle", "Beskrivelse", "a ".repeat(20_000), "oversize_cell"),
  cell("kjempecelle", "Beskrivelse", "x".repeat(9_000_000), "oversize_cell"),
  cell("uten-saksnr", "Saksnr", "", "missing_required"),
  cell("uten-kommune", "Kommune", " ", "missing_required"),
  cell("uten-meldt", "Meldt dato", "", "missing_required"),
  cell("uten-retning", "Retning", "", "missing_required"),
  cell("saksnr-som-flyttal", "Saksnr", "2,02501E+11", "bad_id"),
  cell("saksnr-som-flyttal-punktum", "Saksnr", "2.02501E+11", "bad_id"),
  cell("fødselsnummer-som-saksnr", "Saksnr", "15861212345", "pii_in_structured_field"),
  cell("namn-i-kommune", "Kommune", "v/ Tenkt Oppdiktsen", "pii_in_structured_field"),
  cell("telefon-i-kommune", "Kommune", "912 34 567", "pii_in_structured_field"),
  cell("telefon-i-kategori", "Kategori", "Epikrise, ring 91234567", "pii_in_structured_field"),
  cell("telefon-i-status", "Status", "+47 71 12 34 56", "pii_in_structured_field"),
  cell("telefon-som-saksnr", "Saksnr", "912 34 567", "pii_in_structured_field"),
  cell("telefon-som-dato", "Meldt dato", "71 12 34 56", "pii_in_structured_field"),
  cell("dato-31-juni", "Hendelsesdato", "31.06.2025", "bad_date"),
  cell("dato-utan-skilje", "Hendelsesdato", "31062025", "bad_date"),
  harmless("saksnr-åtte-siffer", "Saksnr", "91234567"),
  harmless("saksnr-delt-i-to", "Saksnr", "2025 1234"),
  cell("dato-31-februar", "Hendelsesdato", "31.02.2025", "bad_date"),
  cell("dato-utan-år", "Hendelsesdato", "01.03.", "bad_date"),
  cell("dato-tosifra-år", "Meldt dato", "03.03.25", "ambiguous_date"),
  cell("dato-amerikansk", "Hendelsesdato", "02/03/2025", "ambiguous_date"),
  cell("dato-serietal", "Hendelsesdato", "45717", "bad_date"),
  cell("dato-i-framtida", "Meldt dato", "03.03.2099", "future_date"),
  cell("dato-1900", "Hendelsesdato", "01.01.1900", "implausible_date"),
  cell("dato-feil-rekkjefølgje", "Meldt dato", "01.01.2025", "date_order"),
  cell("dato-tekst", "Hendelsesdato", "i går", "bad_date"),
  cell("kommune-ukjend", "Kommune", "Atlantis", "unknown_municipality"),
  cell("kommune-som-ikkje-fanst", "Kommune", "1504", "invalid_municipality_for_date"),
  cell("kategori-ukjend", "Kategori", "Brannøving", "unknown_category"),
  cell("alvor-ukjend", "Alvorlighetsgrad", "17", "unknown_severity"),
  cell("status-ukjend", "Status", "Halvveis", "unknown_status"),
  cell("retning-ukjend", "Retning", "Opp ned", "unknown_status"),
];

const mistaken: readonly BrokenFile[] = [
  harmless("saksnr-som-liknar-ein-sum", "Saksnr", "Sum 17"),
  harmless("tekst-som-liknar-ei-testrad", "Beskrivelse", "Test, tatt ved innleggelse, ble ikke sendt"),
  file("testrad", (sak) => text(sak, [{}, {Beskrivelse: "TEST, skal slettes"}]), "accept 1+0+0+1"),
  file(
    "sum-utan-tal",
    (sak) => `${text(sak, one)}${lines([["SUM:", ...HEAD.slice(1).map(() => "")]])}`,
    "accept 1+0+0+1: 3 footer_row",
  ),
  cell("saksnr-gjort-om-til-dato", "Saksnr", "2025-02-01", "bad_id"),
  file("to-filer-i-ei", (sak) => `${text(sak, one)}\ufeff${text(`${sak}b`, one)}`, "accept 2+0+0+1: 3 repeated_header"),
  file("ei-lang-line", () => `${"a".repeat(3_000_000)}`, "refuse: 1 not_tabular"),
  file("ei-brei-line", () => "k;".repeat(1_500_000), "refuse: 1 too_many_columns"),
];

const types: readonly BrokenFile[] = [
  file(
    "html",
    (sak) => `<html><body><table><tr><td>${text(sak, one)}</td></tr></table></body></html>`,
    "refuse: wrong_type",
  ),
  file("json", () => '[{"Saksnr":"1"}]', "refuse: wrong_type"),
  file("xml", () => '<?xml version="1.0"?><avvik/>', "refuse: wrong_type"),
  file("pdf", () => "%PDF-1.7\n", "refuse: wrong_type"),
  file("png", () => bytes([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "refuse: wrong_type"),
  file("gzip", () => bytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), "refuse: wrong_type"),
  file("rtf", () => "{\\rtf1 avvik}", "refuse: wrong_type"),
];

export const brokenCsv: readonly BrokenFile[] = [
  ...encodings,
  ...delimiters,
  ...shapes,
  ...headers,
  ...values,
  ...mistaken,
  ...types,
];
