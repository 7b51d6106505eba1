import {relative} from "node:path";
import type {RefusedFile} from "./contract/delivery.ts";
import {type Reason, type ReasonKind, reasons} from "./contract/reasons.ts";
import {doubtMessage} from "./doubt-messages.ts";
import {stages} from "./editions.ts";
import {addAccounts} from "./ingest/account.ts";
import type {FileAccount, Intake, NotedRow, WaitingRow} from "./intake.ts";
import {correctionMessage, refusedMessage, vanishedMessage, waitingMessage} from "./messages.ts";
import type {RunResult} from "./run.ts";
import {dateWord} from "./status/page.ts";
import {statusTexts} from "./status/text/text.ts";
import type {Status} from "./status.ts";

const MOST_MESSAGES = 20;

/** What has room beside the bar on a line of eighty. */
const MOST_LETTERS = 55;

/** A bar on one line that is drawn anew for each stage and document; nothing when stderr is not a terminal. */
export function progressBar(stream: NodeJS.WriteStream): (stage: string, detail?: string) => void {
  if (!stream.isTTY) return () => {};
  let done = 0;
  return (stage, detail = "") => {
    done = Math.max(done, (stages as readonly string[]).indexOf(stage) + 1);
    const bar = "█".repeat(done * 3) + "░".repeat((stages.length - done) * 3);
    stream.write(`\r\u001b[K${bar} ${`${stage} ${detail}`.trimEnd().slice(0, MOST_LETTERS)}`);
    if (done === stages.length) stream.write("\r\u001b[K");
  };
}

/** What came in, file by file, and every row that waits. */
export function intakeReport({
  accounts,
  waiting,
  noted,
  removed,
  review,
  corrections,
  vanished,
  doubts,
  accepted,
}: Intake): string {
  const persons = Object.entries(removed.count).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...(accounts.length > 0 ? accountTable(accounts) : []),
    ...waitingLines(accounts, waiting),
    ...hiddenLines(accounts, noted),
    ...listed("Saker som er borte i ei seinare levering", vanished.map(vanishedMessage)),
    ...listed(
      accepted === null ? "Tvil om heile filer" : `Tvil om heile filer, godteken fordi: ${accepted}`,
      doubts.map(doubtMessage),
    ),
    ...listed("Rettingar", corrections.map(correctionMessage)),
    "",
    ...reviewLines(review),
    `Fjerna frå tekstane: ${persons.map(([type, count]) => `${count} ${type}`).join(", ") || "ingenting"}.`,
  ].join("\n");
}

/** The number is that of the accounts: of a file with very many such rows only the first are listed. */
function waitingLines(accounts: readonly FileAccount[], waiting: readonly WaitingRow[]): string[] {
  if (waiting.length === 0) return [];
  const all = accounts.reduce((sum, {quarantined}) => sum + quarantined, 0);
  const isWhole = new Set(waiting.map(({levering, row}) => `${levering}:${row}`)).size === all;
  const more = waiting.length - MOST_MESSAGES;
  const rest = isWhole
    ? `  … og ${more} til. «avvik ingest --json» viser alle.`
    : `  … og meir enn ${more} til. «avvik ingest --json» viser dei første i kvar fil.`;
  return [
    "",
    `Rader som ventar på ein person (${all}):`,
    ...waiting.slice(0, MOST_MESSAGES).map((row) => `  ${waitingMessage(row)}`),
    ...(more > 0 ? [rest] : []),
  ];
}

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_MESSAGES;
  const rest = more > 0 ? [`  … og ${more} til.`] : [];
  return ["", `${title}:`, ...lines.slice(0, MOST_MESSAGES).map((line) => `  ${line}`), ...rest];
}

/** Sheets and rows that cannot be seen when the workbook is opened. */
function hiddenLines(accounts: readonly FileAccount[], noted: readonly NotedRow[]): string[] {
  const lines = accounts.flatMap(({fil, levering}) =>
    (["hidden_sheet", "hidden_rows"] as const).flatMap((kind) => {
      const found = noted.filter((note) => note.levering === levering && note.kind === kind);
      const rows = found.flatMap(({row}) => row ?? []);
      const where = rows.length > 0 ? `, rad ${rows.slice(0, MOST_MESSAGES).join(", ")}` : "";
      return found.length > 0 ? [`  ${fil}${where}: ${reasons[kind].what}. ${reasons[kind].todo}`] : [];
    }),
  );
  return lines.length > 0 ? ["", "Dette ser de ikkje når de opnar fila:", ...lines] : [];
}

function reviewLines({flagged, open}: Intake["review"]): string[] {
  if (flagged === 0) return [];
  return [
    `Tekstar som ein person må sjå på før dei går ut av huset: ${flagged}, av dei ${open} som ingen har avgjort («avvik review»). Dei stoppar inga side og ikkje noko dokument.`,
  ];
}

function accountTable(accounts: readonly FileAccount[]): string[] {
  const heads = ["fil", "inn", "godteke", "karantene", "levert før", "hoppa over"];
  const rows = accounts.map((file) =>
    [file.fil, file.received, file.accepted, file.quarantined, file.duplicates, file.skipped].map(String),
  );
  const sum = addAccounts(accounts);
  const total = ["i alt", sum.received, sum.accepted, sum.quarantined, sum.duplicates, sum.skipped].map(String);
  return columns([heads, ...rows, total]);
}

/** Text in columns: the first to the left, numbers to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  "),
  );
}

const outcome: Readonly<Record<string, string>> = {
  rader_inn: "rader inn",
  tomme_og_summar: "tomme rader og sumrader",
  testrader: "testrader",
  karantene: "i karantene",
  utanfor: "utanfor samhandlinga",
  levert_foer: "leverte før",
  godteke: "godtekne",
  forbetringsforslag: "forbetringsforslag",
  avvik: "samhandlingsavvik (meldingar)",
  hendingar: "hendingar",
  retta: "retta etter registeret",
};

/** The account of each stage, what is hidden, and where the results lie. */
export function runReport(result: RunResult): string {
  const account = result.account.map(({steg, utfall, rader}) => [
    `${steg}: ${outcome[utfall] ?? utfall}`,
    String(rader),
  ]);
  const hiding = disclosureJson(result.disclosure).map(({edition, threshold, cells, hidden}) => {
    return `  ${edition}: grense ${threshold}. Av ${cells} tal er ${hidden} skjulte, fordi dei er små, har éin meldar eller kunne røpe slike.`;
  });
  const pages = result.files.filter((file) => /\.(html|docx|xlsx)$/.test(file));
  return [
    intakeReport(result.intake),
    "",
    `Rekneskap ${result.year}:`,
    ...columns(account).map((line) => `  ${line}`),
    "",
    "Skjuling:",
    ...hiding,
    "",
    `Kontrollert: ingen personopplysningar funne og ingen skjulte tal som kan reknast ut.`,
    ...changeLines(result.changes),
    "",
    "Her ligg resultata:",
    ...pages.map((file) => `  ${relative(process.cwd(), file)}`),
  ].join("\n");
}

/** How much is hidden, without how many of them are small: what is printed is copied and sent. */
export function disclosureJson(disclosure: RunResult["disclosure"]) {
  return disclosure.map(({edition, threshold, cells, primary, series, secondary}) => {
    return {edition, threshold, cells, hidden: primary + series + secondary};
  });
}

function changeLines(changes: RunResult["changes"]): string[] {
  if (changes.length === 0) return [];
  const lines = changes.map(({edition, table, added, removed, changed}) => [
    `  ${edition} ${table}`,
    `${changed} endra`,
    `${added} nye`,
    `${removed} borte`,
  ]);
  return ["", "Endra sidan førre utgåve (rader):", ...columns(lines)];
}

/** `ingest --json`: one object per file in the order given, refused ones too. */
export function ingestJson({files, waiting, noted, corrections, vanished, doubts, accepted}: Intake) {
  return {
    acceptedBecause: accepted,
    doubts: doubts.map((one) => ({...one, message: doubtMessage(one)})),
    vanished: vanished.map((one) => ({...one, message: vanishedMessage(one)})),
    corrections: corrections.map((one) => ({...one, message: correctionMessage(one)})),
    files: files.map((file) =>
      "outcome" in file ? refusedJson(file) : takenJson(file, [...waiting, ...noted, ...swapped(doubts)]),
    ),
  };
}

/** Columns that seem to have changed place are a reason of the whole file. */
function swapped(doubts: Intake["doubts"]): NotedRow[] {
  return doubts.flatMap(({levering, tvil}) =>
    levering !== null && (tvil === "datokolonnar" || tvil === "kolonnar")
      ? [{levering, row: null, kind: "suspected_column_swap" as const}]
      : [],
  );
}

function takenJson(file: FileAccount, rows: readonly (WaitingRow | NotedRow)[]) {
  const {fil, received, accepted, quarantined, duplicates, skipped} = file;
  return {
    file: fil,
    outcome: quarantined > 0 ? "quarantine" : "accept",
    rows: received,
    accepted,
    quarantined,
    duplicates,
    skipped,
    reasons: rows
      .filter(({levering}) => levering === file.levering)
      .flatMap((row) => sharedReason({row: row.row, column: "column" in row ? row.column : null, kind: row.kind}))
      .sort((a, b) => (a.row ?? 0) - (b.row ?? 0)),
    message:
      quarantined > 0
        ? `${quarantined} ${quarantined === 1 ? "rad" : "rader"} ventar på ein person.`
        : "Alle rader er tekne inn.",
  };
}

function refusedJson(file: RefusedFile) {
  const {name, kind, columns} = file;
  const named = columns.filter((column) => column !== "");
  const about = named.length > 0 ? named : [null];
  const row = file.row ?? file.line;
  return {
    file: name,
    outcome: "refuse",
    rows: 0,
    accepted: 0,
    quarantined: 0,
    duplicates: 0,
    skipped: 0,
    reasons: about.flatMap((column) => sharedReason({row, column, kind})),
    message: refusedMessage(file),
  };
}

/** Our own kinds as the vocabulary that others read has them; rows left out on purpose are only counted. */
const sharedKinds: Readonly<Partial<Record<ReasonKind, ReasonKind | null>>> = {
  unknown_direction: "unknown_status",
  same_file: "duplicate_id",
  no_file: "wrong_type",
  file_name: "wrong_type",
  not_a_file: "wrong_type",
  no_access: "wrong_type",
  test_row: null,
  out_of_scope: null,
};

function sharedReason(reason: Reason): Reason[] {
  const kind = sharedKinds[reason.kind];
  return kind === null ? [] : [{...reason, kind: kind ?? reason.kind}];
}

/** What is left to do, group by group, in columns. */
export function statusLines({facts: {language, year, today, synthetic}, tasks}: Status): string[] {
  const text = statusTexts[language];
  const groups = [...new Set(tasks.map(({group}) => group))];
  return [
    ...(synthetic ? [text.synthetic] : []),
    `${text.title(year)}. ${text.asOf(dateWord(today))}.`,
    ...(tasks.length === 0 ? [text.none] : []),
    ...groups.flatMap((group) => {
      const own = tasks.filter((task) => task.group === group);
      const width = Math.max(...own.map(({who}) => who.length));
      return [
        "",
        `${text.groups[group]} (${own.length})`,
        ...own.flatMap(({due, daysLate, who, what, todo}) => [
          `  ${(due === null ? "–" : dateWord(due)).padStart(10)}  ${who.padEnd(width)}  ${what}${daysLate > 0 ? ` (${text.lateDays(daysLate)})` : ""}`,
          ...(todo === "" ? [] : [`${" ".repeat(14)}→ ${todo}`]),
        ]),
      ];
    }),
  ];
}
