import {saysDirection} from "./ingest/proposal/proposal.ts";
import type {Inspected, ShownWord} from "./inspect.ts";

const delimiterNames: Readonly<Record<string, string>> = {
  ";": "semikolon",
  ",": "komma",
  "\t": "tabulator",
  "|": "loddrett strek",
};
const MOST_WORDS = 12;

/** What was found out about a file, what the draft says, and what a person has to do. */
export function inspectReport(file: Inspected): string {
  const {columns, fits} = file;
  const widths = [Math.max(7, ...columns.map(({header}) => header.length)), 16, 9];
  return [
    `${file.file}: ${tableText(file)}, overskrift i rad ${file.headerRow}, ${rowsText(file.rows)} sett på.`,
    ...(fits === null
      ? ["Ingen av oppsetta passar."]
      : [`Oppsettet «${fits}» passar alt; «avvik ingest» les fila som ho er.`]),
    "",
    line(["Kolonne", "Felt", "Sikkert", "Grunnlag"], widths),
    ...columns.map((column) =>
      line([column.header || "(tom)", fieldText(column), shareText(column.confidence), basisText(column)], widths),
    ),
    ...section(
      "Datoar:",
      columns.flatMap((column) => (column.dates === null ? [] : [dateText(column.header, column.dates)])),
    ),
    ...section(
      "Kolonnar som ser ut til å ha personopplysningar:",
      columns.flatMap(({header, persons, role}) => (persons === null ? [] : [personText(header, persons, role)])),
    ),
    ...section("Ord som ikkje er kjende:", unknownLines(file.unknown)),
    ...section("Dette må ein person gjere:", todos(file)),
  ].join("\n");
}

const rowsText = (rows: number): string => (rows === 1 ? "éi rad" : `${rows} rader`);

function tableText({delimiter}: Inspected): string {
  return delimiter === null ? "Excel" : `CSV med ${delimiterNames[delimiter] ?? "skiljeteikn"}`;
}

function line(cells: readonly string[], widths: readonly number[]): string {
  return `  ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd();
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", title, ...lines.map((text) => `  ${text}`)];

const roleNames = {keep: "", freetext: "fritekst", pseudonym: "pseudonym", drop: "blir ikkje lesen"} as const;

function fieldText({field, role}: Inspected["columns"][number]): string {
  return field ?? roleNames[role];
}

const shareText = (share: number): string => (share === 0 ? "ukjend" : `${Math.round(share * 100)} %`);

function basisText({basis, like}: Inspected["columns"][number]): string {
  if (basis === "header") return "overskrifta er kjend";
  if (basis === "near_header") return like === null ? "overskrifta tyder på personar" : `liknar «${like}»`;
  return basis === "values" ? "det som står i kolonna" : "";
}

function dateText(header: string, dates: NonNullable<Inspected["columns"][number]["dates"]>): string {
  const {filled, read, formats, dayFirst, monthFirst, shortYears} = dates;
  const forms = formats.map(({format, count}) => `${formatText(format)} (${count})`).join(", ");
  const order =
    dayFirst > 0
      ? ` Dagen står først: ${dayFirst} datoar let seg ikkje lese på annan måte.`
      : monthFirst > 0
        ? ` Månaden ser ut til å stå først i ${monthFirst} datoar, og det les ikkje systemet.`
        : formats.some(({format}) => format.startsWith("%d"))
          ? " Ingen dato avgjer om dagen eller månaden står først."
          : "";
  const short = shortYears > 0 ? ` ${shortYears} har år med to siffer og blir ikkje lesne.` : "";
  return `«${header}»: ${read} av ${filled} let seg lese${forms === "" ? "" : ` som ${forms}`}.${order}${short}`;
}

function formatText(format: string): string {
  const words: Readonly<Record<string, string>> = {
    "%d": "dag",
    "%m": "månad",
    "%Y": "år",
    "%H": "time",
    "%M": "minutt",
    "%S": "sekund",
  };
  return format.replace(/%[dmYHMS]/g, (part) => words[part] ?? part);
}

const kindNames = {
  number: "fødselsnummer eller liknande",
  contact: "telefon, e-post eller adresse",
  name: "namn",
} as const;

function personText(
  header: string,
  {share, kind}: NonNullable<Inspected["columns"][number]["persons"]>,
  role: Inspected["columns"][number]["role"],
): string {
  const fate = {
    drop: "Ho blir ikkje lesen.",
    pseudonym: "Ho blir berre brukt til å kople, som ein nøkkel.",
    freetext: "Personane blir tekne ut av teksten.",
    keep: "Sjå over om kolonna skal vere med.",
  }[role];
  return `«${header}»: ${kindNames[kind]} i ${Math.round(share * 100)} % av cellene. ${fate}`;
}

function unknownLines(unknown: readonly ShownWord[]): string[] {
  const fields = [...new Set(unknown.map(({field}) => field))];
  return fields.flatMap((field) => {
    const own = unknown.filter((one) => one.field === field);
    return [
      ...own.slice(0, MOST_WORDS).map(({word, rows, nearest}) => {
        const guess = nearest === null ? "" : `. Næraste kjende: ${nearest}`;
        return `${field}: ${word === null ? "eit ord som kan vere eit namn, og ikkje blir vist" : `«${word}»`} (${rowsText(rows)})${guess}`;
      }),
      ...(own.length > MOST_WORDS ? [`${field}: og ${own.length - MOST_WORDS} til`] : []),
    ];
  });
}

const fieldTodos: Readonly<Record<string, string>> = {
  saksnr: "Fann inga kolonne med saksnummer. Gje ei kolonne feltet «saksnr»; utan det ventar alle rader.",
  kommune: "Fann inga kolonne med kommune. Gje ei kolonne feltet «kommune», eller skriv han under «fixed».",
  registrert: "Fann inga kolonne med dato for når meldinga kom inn. Gje ei kolonne feltet «registrert».",
};

function directionTodo({meldar, mottakar}: Readonly<Record<string, string>>): string {
  const guess =
    meldar && mottakar
      ? ` Utkastet seier «${meldar}» til «${mottakar}» under «fixed»; rett det om det er feil.`
      : ' Skriv det under «fixed», til dømes {"meldar": "kommune", "mottakar": "hf"}.';
  return `Fila seier ikkje kven som melder til kven.${guess}`;
}

/** What has to be decided before the draft is a layout. */
export function todos({columns, missing, nameless, twice, namingHeaders, unknown, layout}: Inspected): string[] {
  const guessed = columns.filter(({confidence, basis}) => basis !== "none" && confidence < 0.9).length;
  const open = columns.filter(({basis, header}) => basis === "none" && header !== "").length;
  return [
    ...missing.flatMap((field) => fieldTodos[field] ?? []),
    ...(saysDirection(columns) ? [] : [directionTodo(layout.fixed ?? {})]),
    ...(nameless.length > 0
      ? [`Kolonne ${nameless.join(", ")} har inga overskrift. Gje henne ei i kjelda, eller ta henne bort.`]
      : []),
    ...(twice.length > 0
      ? [`Same overskrift står to gonger: ${twice.map((header) => `«${header}»`).join(", ")}. Ta bort den eine.`]
      : []),
    ...(namingHeaders.length > 0
      ? [
          `Overskrifta i kolonne ${namingHeaders.join(", ")} kan vere eit namn og er ikkje med i utkastet. Har fila ei overskriftsrad?`,
        ]
      : []),
    ...(guessed > 0 ? [`Sjå over ${guessed === 1 ? "kolonna" : `dei ${guessed} kolonnane`} som er gissa.`] : []),
    ...(open > 0
      ? [
          `${open === 1 ? "Éi kolonne er ukjend" : `${open} kolonnar er ukjende`} og blir ikkje lesen. Gje rolle og felt dersom det som står der, skal vere med.`,
        ]
      : []),
    ...(unknown.length > 0 ? ["Gje orda utan kode ein kode i utkastet, eller før dei i registera."] : []),
    `Skriv kven som sender fila («avsendar» står som «${layout.avsendar}»), og kor sikkert oppsettet er.`,
  ];
}
