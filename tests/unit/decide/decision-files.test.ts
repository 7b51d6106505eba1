import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {type MeetingFile, writeMeeting} from "../../../pipeline/contract/meeting.ts";
import type {Value} from "../../../pipeline/contract/meeting-fields.ts";
import {readMeetings, takeMeetings} from "../../../pipeline/decide/decision-files.ts";
import {decisionsOf} from "../../../pipeline/decide/earlier-decisions.ts";
import {cardLines, meetingWith, place} from "../../support/meeting.ts";

let root: string;
let folder: string;
let nr = 0;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "avvik-decide-"));
});
beforeEach(() => {
  folder = join(root, `register-${++nr}`);
});
afterAll(() => {
  rmSync(root, {recursive: true, force: true});
});

type Lines = readonly (readonly [string, string, Value])[];
const fileOf = (lines: Lines, by = "a", changes: Partial<MeetingFile> = {}): MeetingFile => ({
  ...{...place, runId: "2025-1a", entries: meetingWith(lines, by).entries, ...changes},
});

function written(file: MeetingFile | string): string {
  const path = join(root, `møtefil-${++nr}.json`);
  writeFileSync(path, typeof file === "string" ? file : writeMeeting(file));
  return path;
}

const take = (...files: (MeetingFile | string)[]) =>
  takeMeetings(files.map(written), {folder, namesPerson: (text) => text.includes("@")});
const register = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);

const molde = fileOf([["kandidat/EPI", "vedtak", "prioriter"], ...cardLines("EPI")]);
const volda = fileOf([["kandidat/UTS", "vedtak", "ssu"]], "v", {audience: "lsu-volda"});

describe("møtefiler blir tekne inn", () => {
  it("éi for kvart utval og år, og éi gong til endrar ingenting", () => {
    expect(take(molde, volda).map(({file, fresh}) => [file, fresh])).toEqual([
      ["SYNTETISK-lsu-molde-2025.json", 13],
      ["SYNTETISK-lsu-volda-2025.json", 1],
    ]);
    const before = register();
    expect(take(volda, molde).map(({fresh}) => fresh)).toEqual([0, 0]);
    expect(register()).toEqual(before);
  });

  it("i kva rekkjefølgje som helst", () => {
    const other = fileOf([["kandidat/LEG", "vedtak", "ssu"]], "b", {runId: "2025-2b"});
    take(molde);
    take(other);
    const one = register();
    folder = join(root, `register-${++nr}`);
    take(other, molde);
    expect(register()).toEqual(one);
  });

  it("det to maskiner har skrive ulikt, ventar på eit menneske og blir ikkje eit vedtak", () => {
    const [taken] = take(molde, fileOf([["kandidat/EPI", "vedtak", "ikkje_no"]], "b"));
    expect(taken?.conflicts).toEqual(["kandidat/EPI vedtak"]);
    expect(readMeetings(folder).flatMap(decisionsOf)).toEqual([]);
  });

  it("alle feil blir sagde på éin gong, utan å gjenta noko, og ingenting blir skrive", () => {
    const person = fileOf([["moete", "fraavaer", "kari@example.no"]]);
    expect(() => take(molde, "{", person, writeMeeting(molde).replace("prioriter", "ssu"))).toThrowError(
      /^Fil 2: fila er kutta.*\nFil 3: møtefila har noko som kan vere eit fødselsnummer.*\nFil 4: møtefila er endra/,
    );
    expect(() => readdirSync(folder)).toThrow();
  });

  it("ei fil som ikkje finst, er ein feil for eit menneske", () => {
    expect(() => takeMeetings([join(root, "borte.json")], {folder, namesPerson: () => false})).toThrow(/finst ikkje/);
    expect(() => takeMeetings([root], {folder, namesPerson: () => false})).toThrow(/finst ikkje/);
  });
});

describe("eit vedtak frå i fjor", () => {
  it("har eigarar, prøve, mål og frist slik utvalet skreiv det", () => {
    expect(decisionsOf(molde)).toEqual([
      {
        id: "2025-EPI",
        year: 2025,
        kategori: "EPI",
        title: null,
        type: "prioriter",
        viaSsu: false,
        reason: "",
        who: "",
        due: "2026-06-04",
        ownerHospital: "seksjonsleiar, medisinsk sengepost",
        ownerMunicipality: "fagleiar, heimetenesta",
        test: "Ti pasientar, telefon før heimreise",
        testDate: "2026-03-19",
        measure: "rette lister / utskrivne",
        followUp: null,
      },
    ]);
  });

  it("kan gjelde eit innspel, og ha frist for den som skal svare", () => {
    const lines: Lines = [
      ["innspel/innspel-1", "tittel", "Transport"],
      ["kandidat/innspel-1", "vedtak", "kunnskap"],
      ["kandidat/innspel-1", "kven", "sekretariatet"],
      ["kandidat/innspel-1", "frist", "2026-05-01"],
    ];
    const [decision] = decisionsOf(fileOf(lines));
    expect(decision).toMatchObject({kategori: null, title: "Transport", who: "sekretariatet", due: "2026-05-01"});
  });
});
