import {describe, expect, it} from "vitest";
import {ingestJson, intakeReport} from "../../pipeline/terminal.ts";
import {measured, takenIn} from "../support/flow.ts";
import {table} from "../support/table.ts";

const head = "avsendar,saksnr,felt,expect,verdi,gyldig_fra,gyldig_til,kjelde,sikkerheit";
const retting = (...rows: string[]) => ({
  retting: () => `${head}\n${rows.map((row) => `${row},2024-01-01,,Avtalt,hoeg\n`).join("")}`,
});
const delivery = table`
  hf-sak | retning | kommune | kategori        | hending    | registrert
  s1     | H2K     | 1508    | Epikrise manglar | 01.02.2025 | 01.03.2025
  s2     | H2K     | 1505    | Epikrise manglar | 01.02.2025 | 01.03.2025`;
const counted = "select saksnr, kommune, registrert::varchar as registrert from normalised.melding order by saksnr";

describe("Registeret over rettingar", () => {
  it("rettar ein verdi så lenge kjelda seier det rettinga ventar, og fortel det i rekneskapen", async () => {
    const {read, intake} = await measured({
      deliveries: {"a.csv": delivery},
      registers: retting("hf,s1,kommune,1508,1506", "hf,s1,registrert,01.03.2025,05.03.2025"),
    });
    expect(await read(counted, ["saksnr", "kommune", "registrert"])).toEqual(table`
      saksnr | kommune | registrert
      s1     | 1506    | 2025-03-05
      s2     | 1505    | 2025-03-01`);
    expect(intake.corrections.map(({nr, felt, brukt}) => [nr, felt, brukt])).toEqual([
      [2, "kommune", 1],
      [3, "registrert", 1],
    ]);
    expect(intakeReport(intake)).toContain("retting.csv, rad 2 (kommune): brukt på éi rad.");
    expect(
      await read("select utfall, rader from measured.rekneskap where utfall = 'retta'", ["utfall", "rader"]),
    ).toEqual([{utfall: "retta", rader: "1"}]);
  });

  it("er slått av når kjelda har endra seg, og seier frå utan å vise verdien", async () => {
    const {read, intake} = await takenIn({
      deliveries: {"a.csv": delivery},
      registers: retting("hf,s1,kommune,1577,1506", "hf,s2,kommune,1508,1505"),
    });
    expect(await read(counted, ["saksnr", "kommune"])).toEqual(table`
      saksnr | kommune
      s1     | 1508
      s2     | 1505`);
    const [first, second] = ingestJson(intake).corrections;
    expect(first?.message).toMatch(/rad 2 \(kommune\): Slått av for éi rad/);
    expect(second?.message).toMatch(/rad 3 \(kommune\): Kjelda er retta i éi rad/);
  });

  it("kan fylle ein tom verdi, gjeld berre denne avsendaren, og ikkje etter at ho er avslutta", async () => {
    const {intake, read} = await takenIn({
      deliveries: {
        "a.csv": table`
          hf-sak | retning | kommune | kategori | registrert
          s1     | H2K     | 1508    |          | 01.03.2025`,
        "b.csv": table`
          kommunesak | retning | kommune | kategori | registrert
          s1         | K2H     | 1508    |          | 01.03.2025`,
      },
      registers: {
        retting: () =>
          `${head}\nhf,s1,kategori,,Epikrise manglar,2024-01-01,,Avtalt,hoeg\nkommune-alesund,s1,kategori,,Legemidler,2024-01-01,2025-12-31,Avtalt,hoeg\n`,
      },
    });
    expect(intake.waiting).toEqual([]);
    expect(
      await read("select avsendar, kategori from normalised.melding order by avsendar", ["avsendar", "kategori"]),
    ).toEqual(table`
      avsendar        | kategori
      hf              | EPI
      kommune-alesund | UKJ`);
  });

  it("kan ikkje rette saksnummer eller tekst, og seier det med rad", async () => {
    const registers = retting("hf,s1,saksnr,s1,s2", "hf,s1,beskriving,a,b", "hf,s1,kommune,1506,1506");
    await expect(takenIn({deliveries: {"a.csv": delivery}, registers})).rejects.toThrow(
      /retting\.csv, rad 2: felt.*rad 3: felt.*rad 4: expect og verdi er like/s,
    );
  });
});
