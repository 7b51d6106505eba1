import type {Language} from "../../../pipeline/contract/edition.ts";

const words: Readonly<Record<Language, string>> = {
  nn: "ikke fra meldinger hva hvor hvem hvilken hvilket hver en et noe noen flere bare også ble hendelse hendelser innbyggere kommuner kommunene tallene vises samme mye vet sammenligne sammenlignet antall utfylt dager uker kilde kjøring brudd bekreftet veien veier endringer nevner teller virkning forskjeller tegn skjermbilder åpen utvalg utvalget gjøre være hverandre",
  nb: "ikkje frå meldingar kva kvar kven kvifor korleis kor ein eit ei noko nokon fleire berre òg vart hending hendingar innbyggjarar kommunar kommunane tala mykje veit seie samanlikna samanlikne utfylte dagar veker kjelde køyring brot stadfesta vegen vegar intervalla delar nemnar teljar verknad skilnader teikn skjermbilete utval utvalet dei vere gjer elles inga følgjast framlegg høyrer gjeld",
};

/** Words of the other form. `\b` would not do: it does not know that å is a letter. */
export function foreignWords(language: Language, text: string): string[] {
  const pattern = new RegExp(`(?<!\\p{L})(${words[language].replaceAll(" ", "|")})(?!\\p{L})`, "giu");
  return [...text.matchAll(pattern)].map(([word]) => word);
}
