import {describe, expect, it} from "vitest";
import {exampleLsu} from "../../dashboard/examples/published.ts";
import {minutesOf} from "../../dashboard/findings/protokoll.ts";
import {dueWords, sidanFinding, unanswered} from "../../dashboard/findings/sidan.ts";
import {viewOf} from "../../dashboard/view.ts";
import {meetingWith} from "../support/meeting.ts";

const view = viewOf(exampleLsu());
const [card, asked] = view.facts.earlier;
const day = ["moete", "dato", "2026-03-05"] as const;

describe("Vedtaka frå i fjor kjem først", () => {
  it("og ingen kandidat opnar før alle har status", () => {
    expect(unanswered(view, meetingWith([day]))).toHaveLength(2);
    const one = meetingWith([day, [`oppfoelging/${card?.id}`, "val", "avslutt"]]);
    expect(unanswered(view, one).map(({id}) => id)).toEqual([asked?.id]);
    expect(sidanFinding(view, one)).toMatch(/^1 av 2 vedtak/);
  });

  it("er det ingen, seier sida det og kvifor", () => {
    const none = {...view, facts: {...view.facts, earlier: []}};
    expect(sidanFinding(none, meetingWith([]))).toMatch(/^Ingen vedtak frå/);
    expect(unanswered(none, meetingWith([]))).toEqual([]);
  });

  it("dagar over fristen blir talde frå møtedagen", () => {
    if (!card || !asked) throw new Error("example: earlier decisions missing");
    expect(dueWords(view, meetingWith([day]), card)).toBe("1.12.2025, 94 dagar over fristen");
    expect(dueWords(view, meetingWith([["moete", "dato", "2025-12-01"]]), card)).toBe("frist 1.12.2025");
    expect(dueWords(view, meetingWith([day]), asked)).toBe("utan frist");
  });

  it("det som blir gjort med dei, står i protokollen", () => {
    const meeting = meetingWith([
      day,
      [`oppfoelging/${card?.id}`, "val", "hald_fram"],
      [`oppfoelging/${card?.id}`, "merknad", "to avdelingar til"],
    ]);
    expect(minutesOf(view, meeting).followUps).toEqual([
      `Vedtak frå møtet om ${view.facts.year - 1}, Epikrise og dokumentasjon: hald fram. To avdelingar til.`,
    ]);
  });
});
