function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Words that belong to one form of the language alone. */
const nynorsk = words(
  "ikkje frå meldingar meldinga hendingar hendinga kva kven korleis kvifor kvar kvart berre noko nokon eit ein ei éi dei utan vart blei fleire anna mykje saman skilnad talet tala tal vere seie eigar betring brot kjelde eining heile nokre eigne dykkar vore medan gjere følgje følgjer verknad kjem sjølv gong veit",
);
const bokmaal = words(
  "ikke fra meldinger meldingene hendelser hendelsen hva hvem hvordan hvorfor hver hvert bare noe noen et en én uten ble flere annet mye sammen forskjell tallet tallene tall være eier forbedring brudd kilde enhet hele egne deres vært mens gjøre gjør følger virkning kommer selv vet hvilke hvilken nå",
);

const foreign = {nn: bokmaal, nb: nynorsk} as const;

/** The words of a text that belong to the other form. */
export function foreignWords(text: string, language: keyof typeof foreign): string[] {
  const found: readonly string[] = text.toLowerCase().match(/[a-zæøåéèôò]+/g) ?? [];
  return found.filter((word) => foreign[language].has(word));
}
