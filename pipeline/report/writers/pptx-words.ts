import type {Document} from "../document.ts";

export function tag({language}: Document): string {
  return `${language}-NO`;
}

export function escapedXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
