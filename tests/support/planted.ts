import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {LayoutSpec} from "../../pipeline/ingest/layout.ts";
import {root} from "../../pipeline/project.ts";
import {csvText} from "./table.ts";
import {type RawCell, workbook} from "./workbook.ts";

/** What must never come out: words in lower case, and digits without signs between. */
interface Needles {
  readonly words: ReadonlySet<string>;
  readonly digits: ReadonlySet<string>;
}

export interface Planted extends Needles {
  /** Files that are taken in, with rows that are not. */
  readonly taken: Readonly<Record<string, Uint8Array>>;
  /** Files that are refused. */
  readonly refused: Readonly<Record<string, Uint8Array>>;
  /** Names of files that do not exist. */
  readonly gone: readonly string[];
}

const layoutOf = (id: string): LayoutSpec =>
  JSON.parse(readFileSync(join(root, "data", "layouts", `${id}.json`), "utf8")) as LayoutSpec;

const prose = ["Eining", "Kva hende", "Strakstiltak", "Framlegg til betring"];

/** A row that says nothing about anybody. Its texts are ordinary. */
const plainRow = (number: number): Record<string, string> => ({
  Saksnummer: `SA-2025-${String(number).padStart(5, "0")}`,
  Meldingstype: "Samhandlingsavvik",
  Retning: "Frå sjukehus til kommune",
  Kommunenr: "1508",
  Sjukehus: "Ålesund sjukehus",
  Eining: "Akuttmottak",
  Hendingstype: "E-melding ikkje motteken",
  Fagområde: "Somatikk",
  Pasientgruppe: "",
  Alvorsgrad: "Moderat",
  Status: "Lukka",
  Hendingsdato: "01.03.2025",
  "Registrert dato": "02.03.2025",
  "Sendt dato": "03.03.2025",
  "Motteken dato": "04.03.2025",
  "Svart dato": "05.03.2025",
  "Lukka dato": "06.03.2025",
  "Kva hende": "den elektroniske meldinga kom ikkje fram.",
  Strakstiltak: "",
  "Framlegg til betring": "",
  "Fødselsnummer pasient": "",
  "Namn på meldar": "",
  "Motparten sitt saksnr": "",
});

/** Invented persons and their numbers, never two alike, and what each would leave behind if it came out. */
class Secrets implements Needles {
  readonly words = new Set<string>();
  readonly digits = new Set<string>();
  private count = 0;

  private next(): {readonly nr: number; readonly letters: string} {
    this.count += 1;
    const letters = [...String(this.count).padStart(3, "0")].map((digit) => "kmnprstvdg"[Number(digit)]).join("");
    return {nr: this.count, letters};
  }

  name(): string {
    const {letters} = this.next();
    const words = [`Tenkt${letters}vald`, `Oppdikt${letters}vik`];
    for (const word of words) this.words.add(word.toLowerCase());
    return words.join(" ");
  }

  /** Eighty is added to the month, and the two last digits are whatever they are. */
  number(separator = ""): string {
    const {nr} = this.next();
    const number = ["018145", String(50_000 + nr)];
    this.digits.add(number.join(""));
    return number.join(separator);
  }

  email(): string {
    const word = `tenkt${this.next().letters}`;
    this.words.add(word);
    return `${word}.post@example.org`;
  }

  /** One of each kind that running text may hold. */
  inText(): readonly string[] {
    const nr = 100 + this.next().nr;
    for (const digits of [`99999${nr}`, `90000${nr}`]) this.digits.add(digits);
    for (const word of [`su 9${1000 + nr}`, `su9${1000 + nr}`, `5550${nr}x`]) this.words.add(word);
    const street = `tenktgatetun${this.next().letters}`;
    this.words.add(`${street}gata`);
    return [
      `Pas. ${this.name()} vart sendt heim.`,
      `Dotter: ${this.name()} ringte.`,
      `Helsing ${this.name()}`,
      `fnr. ${this.number(" ")} står i epikrisa`,
      `tlf 999 99 ${nr}`,
      `skriv til ${this.email()} i dag`,
      `bil SU 9${1000 + nr} stod ute`,
      `HPR 90000${nr} signerte`,
      `journalnr. 5550${nr}X er feil`,
      `bur i ${street.charAt(0).toUpperCase()}${street.slice(1)}gata 12`,
    ];
  }
}

/** Persons in every column, header, sheet, name and broken row that a delivery has. */
export function plantedDeliveries(): Planted {
  const secrets = new Secrets();
  const rows = [
    ...Array.from({length: 40}, (_, nr) => plainRow(nr + 1)),
    ...inEveryColumn(secrets),
    ...inPersonColumns(secrets),
    ...inBrokenRows(secrets),
  ];
  const csv = `Laga av ${secrets.name()}, ${secrets.number()}\r\n${csvText(rows)}\r\n${brokenLines(secrets).join("\r\n")}\r\n`;
  const named = [plainRow(9001), {...plainRow(9002), "Kva hende": `Pas. ${secrets.name()} kom ikkje.`}];
  return {
    words: secrets.words,
    digits: secrets.digits,
    taken: {
      "SYNTETISK_hf.csv": bytesOf(csv),
      "SYNTETISK_kristiansund.xlsx": workbookWith(secrets),
      [`SYNTETISK ${secrets.name()} 2025.csv`]: bytesOf(csvText(named)),
      [`SYNTETISK_${secrets.number("-")}.csv`]: bytesOf(csvText([plainRow(9101)])),
    },
    refused: {
      "SYNTETISK_hovud.csv": bytesOf(csvText([{...plainRow(1), [`${secrets.name()} ${secrets.number()}`]: "x"}])),
      "SYNTETISK_utan_hovud.csv": bytesOf(`${secrets.name()};${secrets.number()};${secrets.email()}\r\n`.repeat(3)),
      "SYNTETISK_hermeteikn.csv": bytesOf(`${csvText([plainRow(1)])}\r\nSA-1;"${secrets.name()} ${secrets.number()};`),
      [`SYNTETISK ${secrets.name()}.pdf`]: bytesOf(`%PDF-1.7 ${secrets.name()}`),
      [`SYNTETISK_${secrets.number()}.xlsx`]: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]),
      "SYNTETISK_null.csv": bytesOf(`${secrets.name()}\0${secrets.number()}`),
      "SYNTETISK_tom_bok.xlsx": workbook([
        {name: secrets.name().slice(0, 31), rows: [[secrets.name(), secrets.number()]]},
      ]),
    },
    gone: [`SYNTETISK ${secrets.name()}.csv`],
  };
}

const bytesOf = (text: string): Uint8Array => Buffer.from(text, "utf8");

/** A number that no other row has, and each kind of secret once in each column, alone and inside the ordinary value. */
function inEveryColumn(secrets: Secrets): Record<string, string>[] {
  let number = 100;
  return layoutOf("hf")
    .columns.filter(({header}) => header !== "Datagrunnlag")
    .flatMap(({header}) => {
      const told = prose.includes(header)
        ? secrets.inText()
        : [`v/ ${secrets.name()}`, secrets.number(), secrets.number(" "), secrets.email(), `sak ${secrets.number()}`];
      return told.map((text) => {
        number += 1;
        return {...plainRow(number), [header]: text};
      });
    });
}

/** Who stands in a column that goes no further, is named in the others in other ways; one is also a place. */
function inPersonColumns(secrets: Secrets): Record<string, string>[] {
  const persons = Array.from({length: 4}, () => [secrets.name(), secrets.number()] as const);
  const rows = persons.map(([name, number], at) => {
    const [first = "", last = ""] = name.split(" ");
    return {
      ...plainRow(2000 + at),
      "Namn på meldar": at % 2 === 0 ? name : `${last}, ${first}`,
      "Fødselsnummer pasient": number,
      Eining: `akuttmottak, ${first.toLowerCase()}`,
      "Kva hende": `Det var ${last}s vakt. ${first.toUpperCase()} ringte. ${number.slice(0, 6)} ${number.slice(6)}`,
      Strakstiltak: `ringte ${last.toLowerCase()} på nytt`,
      "Framlegg til betring": `spør ${first.slice(0, 1)}. ${last}`,
    };
  });
  const place = {...plainRow(2100), "Namn på meldar": `${secrets.name()} Volda`, "Kva hende": "Ringte frå Volda i går"};
  const long = {...plainRow(2101), "Kva hende": `Pas. ${secrets.name()} kom. ${"Det vart venta. ".repeat(150)}`};
  return [...rows, place, long];
}

function inBrokenRows(secrets: Secrets): Record<string, string>[] {
  const faults: Readonly<Record<string, string>>[] = [
    {Kommunenr: secrets.name()},
    {Hendingstype: secrets.name()},
    {Retning: secrets.name()},
    {Status: secrets.name(), Alvorsgrad: secrets.name()},
    {"Registrert dato": `${secrets.name()} 02.03.2025`},
    {"Registrert dato": "", "Kva hende": secrets.name()},
    {"Kva hende": `${secrets.name()}\u0007 ${secrets.number()}`},
    {"Kva hende": `${secrets.name()} \ufffd`},
    {"Kva hende": `${secrets.name()} ${"x".repeat(40_000)}`},
    {"Kva hende": `TEST, ${secrets.name()} ${secrets.number()}`},
    {Saksnummer: secrets.name()},
  ];
  return faults.map((fault, at) => ({...plainRow(3000 + at), ...fault}));
}

/** Lines with too many and too few cells. */
function brokenLines(secrets: Secrets): string[] {
  const cells = Object.values(plainRow(4000));
  return [[...cells, secrets.name(), secrets.number()].join(";"), `SA-4001;${secrets.name()};${secrets.number()}`];
}

function workbookWith(secrets: Secrets): Uint8Array {
  const heads = [
    "Meldings-ID",
    "Meldingstype",
    "Kommunenummer",
    "Hovedkategori",
    "Sykehus",
    "Avdeling",
    "Konsekvens",
    "Status",
    "Pasient",
    "Hendelsesdato",
    "Meldt dato",
    "Oversendt dato",
    "Svardato",
    "Avsluttet dato",
    "Hendelsesforløp",
    "Motpart saksnummer",
  ];
  const patient = secrets.name();
  const row = (id: string, pasient: string, text: string): RawCell[] => [
    id,
    "Avvik samhandling",
    "1505",
    "Utskrivning",
    "Kristiansund sykehus",
    "Kirurgisk avdeling",
    "Moderat",
    "Besvart",
    pasient,
    "2025-03-01",
    "2025-03-02",
    "2025-03-03",
    "2025-03-04",
    "2025-03-05",
    text,
    "",
  ];
  const own = secrets.name();
  const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${secrets.name()}</dc:creator></cp:coreProperties>`;
  return workbook(
    [
      {
        name: own.slice(0, 31),
        rows: [
          heads,
          row("K-1", patient, `${patient.split(" ")[1]?.toLowerCase()} kom heim`),
          row("K-2", secrets.name(), "Epikrisen kom ikke."),
        ],
      },
      {name: secrets.name().slice(0, 31), state: "hidden", rows: [[secrets.name(), secrets.number()]]},
    ],
    {
      "docProps/core.xml": Buffer.from(core),
      "xl/comments1.xml": Buffer.from(`<comments><t>${secrets.name()}</t></comments>`),
    },
  );
}
