export type Language = "nn" | "nb";

export type Bilingual = Readonly<Record<Language, string>>;
