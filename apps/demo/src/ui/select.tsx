import type { ComponentChildren } from "preact";

interface SelectProps<T extends string> {
  readonly label: ComponentChildren;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly value: T;
  onChange(value: T): void;
}

/** One choice of many, under its name. */
export function Select<T extends string>({ label, options, value, onChange }: SelectProps<T>) {
  return (
    <label class="setting">
      <span class="setting-name">{label}</span>
      <select class="select" value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {options.map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
