import type {ComponentChildren} from "preact";

interface HeadProps {
  readonly finding: string;
  readonly lead: string;
  readonly children?: ComponentChildren;
}

/** The finding of a screen, the sentence that keeps it honest, and what may be chosen for the whole screen. */
export function Head({finding, lead, children}: HeadProps) {
  return (
    <header class="hovud">
      <h1 tabIndex={-1}>{finding}</h1>
      <div class="under">
        <p class="ingress">{lead}</p>
        {children}
      </div>
    </header>
  );
}
