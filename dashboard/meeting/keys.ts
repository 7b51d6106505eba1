import {useContext, useLayoutEffect, useRef} from "preact/hooks";
import {Shown} from "../components/shown.ts";

const controls = "input, select, textarea, [contenteditable], .rullefelt";

/** Keys of a screen, by what is pressed; never while something is being written. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const shown = useContext(Shown);
  const current = useRef(keys);
  current.current = keys;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!shown.current || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(controls)) return;
      const act = current.current[event.key.length === 1 ? event.key.toUpperCase() : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [shown]);
}

/** The one before or after in a list, or the same at either end. */
export function beside(list: readonly string[], current: string | null, step: -1 | 1): string | null {
  return list[list.indexOf(current ?? "") + step] ?? current ?? list[0] ?? null;
}
