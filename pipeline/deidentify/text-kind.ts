/**
 * What stands in a column: the number of a case or a day, where eight digits may be either; a word from a list, where no
 * long number belongs; or running text.
 */
export type TextKind = "number" | "code" | "prose";
