import type {ComponentChildren} from "preact";

interface BoxProps {
  readonly ask: string;
  readonly help: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The one place of every meeting screen where something is decided. It never moves. */
export function Vedtaksboks({ask, help, children}: BoxProps) {
  return (
    <section class="vedtaksboks" aria-label={ask}>
      <div>
        <p class="boks-spoersmaal">{ask}</p>
        <p class="boks-hjelp" aria-live="polite">
          {help}
        </p>
      </div>
      <div class="boks-val">{children}</div>
    </section>
  );
}

interface KeyButtonProps {
  readonly letter: string;
  readonly text: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

/** A choice with the key that makes it. */
export function KeyButton({letter, text, onClick, pressed, disabled}: KeyButtonProps) {
  return (
    <button
      type="button"
      class="tastval"
      aria-pressed={pressed}
      aria-disabled={disabled ? "true" : undefined}
      aria-keyshortcuts={letter}
      onClick={disabled ? undefined : onClick}
    >
      <kbd>{letter}</kbd> {text}
    </button>
  );
}
