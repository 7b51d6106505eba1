import {describe, expect, it} from "vitest";
import {exampleLsu} from "../../dashboard/examples/published.ts";
import {candidatesOf, ownerOf} from "../../dashboard/findings/kandidatane.ts";
import {minutesOf, minutesText} from "../../dashboard/findings/protokoll.ts";
import {viewOf} from "../../dashboard/view.ts";
import type {Value} from "../../pipeline/contract/meeting-fields.ts";
import {cardLines, meetingWith} from "../support/meeting.ts";
import {foreignWords} from "../unit/dashboard/foreign-words.ts";

const example = viewOf(exampleLsu());
const committee = {
  id: "fsu-a",
  type: "fsu",
  nn: "Fagleg samarbeidsutval",
  nb: "Faglig samarbeidsutvalg",
  delavtale: null,
};
const kategori = example.tables.kategori.map((row) => ({...row, rute: "fsu-a"}));
const view = {...example, tables: {...example.tables, kategori, utval: [committee]}};
const [first = "", second = "", third = ""] = candidatesOf(view, meetingWith([]));

const meeting = meetingWith([
  ["moete", "dato", "2026-03-05"],
  ["moete", "sak", "4/26"],
  ["moete", "til_stades_kommune", 5],
  ["moete", "til_stades_sjukehus", 3],
  [`kandidat/${first}`, "vedtak", "prioriter"],
  [`kandidat/${first}`, "via_ssu", true],
  [`kandidat/${first}`, "usemje", "sjukehuset ville vente"],
  [`kandidat/${second}`, "vedtak", "kunnskap"],
  [`kandidat/${second}`, "grunn", "Kor mange varsel kjem etter klokka 13"],
  [`kandidat/${second}`, "kven", "tenestekontoret"],
  [`kandidat/${second}`, "frist", "2026-06-04"],
  [`kandidat/${third}`, "vedtak", "ikkje_no"],
  ...cardLines(first),
  [`pdsa/${first}`, "klar", true],
] as [string, string, Value][]);

const minutes = minutesOf(view, meeting);

describe("Protokollen seier kva som er vedteke, kven som eig det og når det blir sett på", () => {
  it("ei prioritert sak har prøve, eigarar frå begge sider, føreseiing, prosessmål og ny vurdering", () => {
    const sentences = minutes.decisions[0]?.sentences.join(" ");
    expect(sentences).toContain("Første prøve 19.3.2026: Ti pasientar, telefon før heimreise.");
    expect(sentences).toContain(
      "Eigarar: seksjonsleiar, medisinsk sengepost (sjukehus) og fagleiar, heimetenesta (kommune).",
    );
    expect(sentences).toContain("Vi trur: åtte av ti lister stemmer (80\u00a0%).");
    expect(sentences).toContain("Prosessmål: rette lister av utskrivne, kvar månad (eiga teljing).");
    expect(sentences).toContain("Ny vurdering 4.6.2026.");
  });

  it("eit vedtak om ein kategori som ikkje lenger er kandidat på sida, står òg i protokollen", () => {
    const other = view.tables.kategori.find(({kode}) => !candidatesOf(view, meeting).includes(kode));
    const held = meetingWith([
      [`kandidat/${first}`, "vedtak", "ssu"],
      [`kandidat/${other?.kode}`, "vedtak", "ikkje_no"],
      [`kandidat/${other?.kode}`, "grunn", "Vi ventar på ny avtale"],
    ]);
    const {decisions, replies} = minutesOf(view, held);
    expect(decisions.map(({id}) => id)).toEqual([first, other?.kode]);
    expect(decisions[1]?.lead).toContain(other?.nn);
    expect(replies).toHaveLength(2);
  });

  it("meir kunnskap har kven og når", () => {
    expect(minutes.decisions[1]?.sentences).toEqual([
      "Kor mange varsel kjem etter klokka 13.",
      "Tenestekontoret svarer innan 4.6.2026.",
    ]);
  });

  it("eit vedtak som manglar noko, er eit utkast", () => {
    expect(minutes.decisions.map(({complete}) => complete)).toEqual([true, true, false]);
  });

  it("usemje står som usemje, og dei som er til stades, med tal og ikkje namn", () => {
    expect(minutes.disagreements).toEqual(["Usemje: sjukehuset ville vente."]);
    expect(minutes.present).toBe("Til stades: 5 frå kommunane og 3 frå sjukehuset.");
  });

  it("dei som melde, får vite kva som er vedteke og når det blir sett på", () => {
    expect(minutes.replies).toHaveLength(3);
    expect(minutes.replies[0]).toMatch(
      /^Takk for meldingane om «.+»\. No prøver vi: .+ Vi vurderer om det verka 4\.6\.2026\.$/,
    );
  });

  it("svaret om ei sak som er prioritert, men ikkje har noka prøve enno, lovar ingen ting som ikkje står der", () => {
    const [reply] = minutesOf(view, meetingWith([[`kandidat/${first}`, "vedtak", "prioriter"]])).replies;
    expect(reply).toMatch(/^Takk for meldingane om «[^»]+»\. Vi har prioritert det, og prøver noko i det små først\.$/);
  });

  it("ei sak eit anna utval eig, går via SSU", () => {
    expect(ownerOf(view, first)).not.toBeNull();
    expect(minutes.routes).toHaveLength(1);
  });

  it.each(["nn", "nb"] as const)("er på éi målform (%s), nemner aldri orientering og seier SYNTETISK", (language) => {
    const empty = meetingWith([
      [`kandidat/${first}`, "vedtak", "ssu"],
      [`kandidat/${second}`, "vedtak", "fsu"],
    ]);
    const own = {...view, language};
    const text = minutesText(own, minutesOf(own, empty));
    expect(foreignWords(language, text)).toEqual([]);
    expect(text).not.toMatch(/til orientering/i);
    expect(text).toContain("SYNTETISK");
  });
});

it("kostar det pengar, går saka til SSU sjølv om LSU eig kategorien", () => {
  const own = {...view, tables: {...view.tables, utval: []}};
  const costly = meetingWith([
    [`kandidat/${first}`, "vedtak", "prioriter"],
    ...cardLines(first, {kostnad: "20 000 kr"}),
  ]);
  expect(minutesOf(own, costly).routes).toHaveLength(1);
});
