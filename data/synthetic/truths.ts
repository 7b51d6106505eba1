import {readFileSync} from "node:fs";
import * as v from "valibot";
import {fields} from "../../pipeline/contract/delivery.ts";

const Field = v.picklist(fields);
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Weights = v.record(v.string(), v.pipe(v.number(), v.minValue(0)));
const PerYear = v.record(v.pipe(v.string(), v.digits()), Count);
const Named = {id: v.string(), tekst: v.string()};
const Directed = v.strictObject({K2H: Count, H2K: Count});
const Texts = v.record(Field, v.string());

const Sender = v.strictObject({
  slag: v.picklist(["foretak", "kommune", "felles"]),
  maalform: v.picklist(["nn", "nb"]),
  koding: v.picklist(["windows-1252", "utf-8", "utf-8-bom", "utf-16le-bom", "xlsx"]),
  datoform: v.picklist(["dmy", "dmyhm", "iso", "xlsx"]),
  kommuneform: v.picklist(["nummer", "tal", "fritekst"]),
  saksnr: v.string(),
  loepenummerFraa: v.optional(Count),
  tittel: v.optional(v.array(v.string()), []),
  sumrad: v.optional(v.string()),
  namnekolonnar: v.optional(v.array(v.string()), []),
  skjulteKolonnar: v.optional(v.array(v.string()), []),
});

const Mix = v.strictObject({
  delK2H: Share,
  delH2KHjaSekretariat: Share,
  kategori: v.strictObject({K2H: Weights, H2K: Weights}),
  kategoriAar: v.record(v.string(), Weights),
  kategoriAvsendar: v.record(v.string(), Weights),
  eigenKanal: Weights,
  fellesPerTusenInnbyggjarar: v.number(),
  hoegstPerFelleskommune: Count,
  maanad: v.pipe(v.array(v.number()), v.length(12)),
  alvor: Weights,
  fleireKategoriar: v.strictObject({avsendar: v.string(), kategoriar: v.array(v.string()), del: Share}),
  tome: v.record(v.string(), Share),
  tomeAvsendar: v.record(v.string(), v.record(v.string(), Share)),
  svar: v.strictObject({fristDagar: Count, innanFristen: Share, seinare: Share}),
  dagarTilRegistrering: v.strictObject({minst: Count, hoegst: Count, skeivskap: v.number()}),
});

const Row = v.strictObject({
  ...Named,
  avsendar: v.string(),
  aar: v.number(),
  tal: Count,
  utfall: v.picklist(["accepted", "quarantined", "skipped"]),
  slag: v.nullable(v.string()),
  kolonne: v.optional(Field),
  type: v.optional(v.picklist(["avvik", "forbetringsforslag", "internt"]), "avvik"),
  fraa: v.optional(v.pipe(v.string(), v.isoDate())),
  sett: v.optional(Texts, {}),
  ekstraCelle: v.optional(v.string()),
  tom: v.optional(v.picklist(["linje", "skiljeteikn"])),
});

const TruthsSpec = v.strictObject({
  merknad: v.string(),
  seed: v.number(),
  aar: v.array(v.number()),
  volum: PerYear,
  uttrekk: v.string(),
  ukjendKategori: v.string(),
  avsendarar: v.record(v.string(), Sender),
  miks: Mix,
  sjukehus: v.record(v.string(), Weights),
  einingar: v.array(v.strictObject({nn: v.string(), nb: v.string(), vekt: v.number()})),
  kommuneformer: v.record(v.string(), v.array(v.string())),
  namn: v.array(v.string()),
  personopplysningar: v.array(
    v.strictObject({...Named, type: v.picklist(["FNR", "DNR", "PHONE", "EMAIL", "PERSON"]), streng: v.string()}),
  ),
  sanningar: v.strictObject({
    celler: v.array(
      v.strictObject({
        ...Named,
        lsu: v.string(),
        kategori: v.string(),
        venta: v.picklist(["auke", "nedgang", "stabil"]),
        tal: v.record(v.string(), Directed),
      }),
    ),
    seine: v.array(
      v.strictObject({
        ...Named,
        avsendar: v.string(),
        aar: v.number(),
        medianDagar: v.number(),
        slingring: v.number(),
        minst: Count,
        hoegst: Count,
        medianElles: v.number(),
      }),
    ),
    manglandeFiler: v.array(v.strictObject({...Named, avsendar: v.string(), aar: v.number()})),
    manglandePartar: v.array(v.strictObject({...Named, part: v.string(), aar: v.number()})),
    stadfestaNull: v.array(v.strictObject({...Named, part: v.string(), aar: v.number()})),
    par: v.array(v.strictObject({...Named, kopling: v.picklist(["motpart_saksnr", "pseudonym"]), tal: PerYear})),
    sannsynlegePar: v.array(v.strictObject({...Named, tal: PerYear})),
    sameFnrUlikHending: v.array(v.strictObject({...Named, tal: PerYear})),
    levertPaaNytt: v.array(
      v.strictObject({
        ...Named,
        avsendar: v.string(),
        aar: v.number(),
        iFil: v.number(),
        endra: v.boolean(),
        tal: Count,
      }),
    ),
    likeRader: v.array(v.strictObject({...Named, avsendar: v.string(), aar: v.number(), tal: Count})),
    rader: v.array(Row),
    innslag: v.array(v.strictObject({...Named, avsendar: v.string(), aar: v.number(), tal: Count, sett: Texts})),
  }),
});

export type Truths = v.InferOutput<typeof TruthsSpec>;
export type SenderSpec = v.InferOutput<typeof Sender>;
export type RowTruth = v.InferOutput<typeof Row>;

/** What was planted, checked against the shape; a misspelt key is an error. */
function parseTruths(json: unknown): Truths {
  return v.parse(TruthsSpec, json);
}

export function readTruths(file: string | URL): Truths {
  return parseTruths(JSON.parse(readFileSync(file, "utf8")));
}
