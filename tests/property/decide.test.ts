import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {array, assert, constantFrom, integer, property, record, shuffledSubarray, uniqueArray} from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {writeMeeting} from "../../pipeline/contract/meeting.ts";
import {type FilledTable, type Given, readMeetings, takeMeetings} from "../../pipeline/decide/decision-files.ts";
import {decisionRecords} from "../../pipeline/decide/decision-records.ts";
import {cardLines, meetingWith, place} from "../support/meeting.ts";

const today = "2026-12-01";
let root: string;
let first: string;
let nr = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "avvik-samanlegging-"));
  first = join(root, "moetefil.json");
  const lines = [
    ["moete", "dato", "2026-03-05"],
    ["kandidat/EPI", "vedtak", "prioriter"],
    ...cardLines("EPI"),
  ] as const;
  writeFileSync(first, writeMeeting({...place, runId: "2025-1a", entries: meetingWith(lines).entries}));
});
afterAll(() => {
  rmSync(root, {recursive: true, force: true});
});

/** Tables as several people may fill them in: some say the same, some disagree, some leave cells empty. */
const tables = array(
  uniqueArray(
    record({month: integer({min: 4, max: 8}), teljar: integer({min: 0, max: 3}), nemnar: constantFrom(5, 6)}),
    {maxLength: 4, selector: ({month}) => month},
  ).map(
    (rows): FilledTable => ({
      kind: "maal",
      rows: rows.map(({month, teljar, nemnar}, index) => ({
        row: index + 2,
        cells: {
          vedtak: "lsu-molde/2025-EPI",
          periode: `2026M0${month}`,
          teljar: `${teljar}`,
          nemnar: `${nemnar}`,
          datagrunnlag: "SYNTETISK",
          nøkkel: "dato=2026-11-01",
        },
      })),
    }),
  ),
  {minLength: 1, maxLength: 4},
);

function registerAfter(...takings: (readonly Given[])[]): readonly [string, string][] {
  const folder = join(root, `register-${++nr}`);
  for (const given of takings) takeMeetings(given, {folder, today, namesPerson: () => false});
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);
}

const orders = tables.chain((all) => shuffledSubarray(all, {minLength: all.length}).map((other) => ({all, other})));

describe("møtefiler og tabellar som blir lagde saman", () => {
  it("gjev same register i kva rekkjefølgje som helst, saman eller kvar for seg, éin eller to gonger", () => {
    void assert(
      property(orders, ({all, other}) => {
        const expected = registerAfter([first, ...all]);
        expect(registerAfter([...other, first])).toEqual(expected);
        expect(registerAfter([first], ...other.map((one) => [one]))).toEqual(expected);
        expect(registerAfter([first, ...all], [...other, first])).toEqual(expected);
      }),
      {numRuns: 12},
    );
  });

  it("misser ingen verdi, og det to er usamde om, blir ikkje brukt før nokon har valt", () => {
    void assert(
      property(tables, (all) => {
        const folder = join(root, `register-${++nr}`);
        takeMeetings([first, ...all], {folder, today, namesPerson: () => false});
        const written = all.flatMap(({rows}) => rows.map(({cells}) => cells));
        const entries = readMeetings(folder).flatMap((meeting) => meeting.entries);
        const [decision] = decisionRecords(readMeetings(folder));
        for (const period of new Set(written.map(({periode}) => periode))) {
          const own = written.filter((cells) => cells.periode === period);
          const said = (field: string) =>
            entries
              .filter((entry) => entry.subject.endsWith(`_${period}`) && entry.field === field)
              .map(({value}) => value);
          for (const field of ["teljar", "nemnar"]) {
            expect(new Set(said(field))).toEqual(new Set(own.map((cells) => Number(cells[field]))));
          }
          const agrees = ["teljar", "nemnar"].every((field) => new Set(said(field)).size === 1);
          expect(decision?.counted.some((one) => one.period === period)).toBe(agrees);
        }
      }),
      {numRuns: 12},
    );
  });
});
