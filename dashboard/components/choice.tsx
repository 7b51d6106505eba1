interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly {readonly value: T; readonly text: string}[];
  readonly onChange: (value: T) => void;
}

/** A few exclusive views beside one another. */
export function Choice<T extends string>({label, value, options, onChange}: ChoiceProps<T>) {
  return (
    <fieldset class="vel">
      <legend class="usynleg">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          class="knapp"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.text}
        </button>
      ))}
    </fieldset>
  );
}
