import {expect, it} from "vitest";
import {intakeReport} from "../../pipeline/terminal.ts";
import {takenIn} from "../support/flow.ts";
import {table} from "../support/table.ts";

const broken = async () => {
  const row = (
    await takenIn({
      deliveries: {
        "a.csv": table`
    hf-sak | retning | kommune  | kategori | registrert
    s1     | H2K     | Atlantis | Anna     | 01.03.2025`,
      },
    })
  ).intake;
  const waiting = Array.from({length: 30}, (_, at) => ({...row.waiting[0], row: at + 2}));
  return {...row, waiting: waiting as typeof row.waiting};
};

const reportOf = async (quarantined: number): Promise<string> => {
  const intake = await broken();
  return intakeReport({...intake, accounts: intake.accounts.map((account) => ({...account, quarantined}))});
};

it("counts the rows that wait as the accounts do, and lists the first", async () => {
  const report = await reportOf(30);
  expect(report).toContain("Rader som ventar på ein person (30):");
  expect(report).toContain("… og 10 til. «avvik ingest --json» viser alle.");
});

it("says so when even the list holds only the first of them", async () => {
  const report = await reportOf(500_000);
  expect(report).toContain("Rader som ventar på ein person (500000):");
  expect(report).toContain("… og meir enn 10 til. «avvik ingest --json» viser dei første i kvar fil.");
});
