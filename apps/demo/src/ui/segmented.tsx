import { useId } from "preact/hooks";

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly value: T;
  readonly class?: string;
  onChange(value: T): void;
}

/** One choice of a few, side by side: radio buttons, so the arrow keys work. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const name = useId();
  return (
    <div class={`segmented ${props.class ?? ""}`} role="radiogroup" aria-label={props.label}>
      {props.options.map(([value, text]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          {text}
        </label>
      ))}
    </div>
  );
}
