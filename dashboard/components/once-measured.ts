type Fill = (width: number) => void;

const known = new Map<Element, {readonly fill: Fill; readonly width: number}>();
const fresh = new Set<Element>();
let observer: ResizeObserver | undefined;

/**
 * Fills a place for the width it has, now and whenever that changes. All places that were made together are measured before
 * the first of them is filled, so that the page is laid out once and not once for each. Gives back what calls it off.
 */
export function onceMeasured(place: Element, fill: Fill): () => void {
  observer ??= new ResizeObserver((entries) => fillAll(entries.map(({target}) => target)));
  if (fresh.size === 0) queueMicrotask(() => fillAll([...fresh]));
  fresh.add(place);
  known.set(place, {fill, width: 0});
  observer.observe(place);
  return () => {
    known.delete(place);
    observer?.unobserve(place);
  };
}

function fillAll(places: readonly Element[]): void {
  const measured = places.map((place) => ({place, width: place.clientWidth}));
  for (const {place, width} of measured) {
    fresh.delete(place);
    const {fill, width: last = 0} = known.get(place) ?? {};
    if (!fill || width === 0 || width === last) continue;
    known.set(place, {fill, width});
    fill(width);
  }
}
