type Work = () => void;

const sliceMs = 8;
const waiting = new Set<Work>();

/**
 * Does the work when the next picture is on the screen, a little at a time, so that the answer to a key press comes first
 * and another key press comes between. At once where nothing is painted. Gives back what calls it off.
 */
export function afterPaint(work: Work): () => void {
  if (typeof requestAnimationFrame === "undefined") {
    work();
    return () => {};
  }
  if (waiting.size === 0) requestAnimationFrame(() => setTimeout(doSome));
  waiting.add(work);
  return () => waiting.delete(work);
}

function doSome(): void {
  const end = performance.now() + sliceMs;
  for (const work of waiting) {
    waiting.delete(work);
    work();
    if (performance.now() > end) break;
  }
  if (waiting.size > 0) setTimeout(doSome);
}
