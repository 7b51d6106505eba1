import {DeliveryError} from "../contract/delivery-error.ts";

/** The error as a person can act on it when the disk is full or may not be written to; null for any other error. */
export function diskFault(error: unknown): DeliveryError | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (["ENOSPC", "EDQUOT", "EFBIG"].includes(code) || FULL.test(error.message)) return new DeliveryError([full]);
  if (["EROFS", "EACCES", "EPERM"].includes(code)) return new DeliveryError([closed]);
  return null;
}

const FULL = /no space left|disk is full|not enough space|file too large|disk quota|could not write (all|file)/i;
const full =
  "Disken er full, så køyringa stoppa. Frigjer plass og køyr på nytt. Dei førre resultata og det førre lageret står urørte.";
const closed =
  "Programmet får ikkje skrive eller lese der det skal. Sjå etter at mappa ikkje er skriveverna og at ingen av filene er opne i eit anna program, og køyr på nytt.";
