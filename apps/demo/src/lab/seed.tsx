import { NumberField } from "../ui/number-field.tsx";

interface SeedProps {
  readonly label: string;
  readonly value: number;
  onChange(value: number): void;
}

/** A seed, and a button for the next one. */
export function Seed({ label, value, onChange }: SeedProps) {
  const take = (seed: number) => {
    if (Number.isInteger(seed) && seed >= 0 && seed <= 999_999) onChange(seed);
  };
  return (
    <div class="setting">
      <span class="setting-name">{label}</span>
      <div class="seed">
        <NumberField label={label} value={value} onInput={take} />
        <button type="button" class="button" onClick={() => take((value + 1) % 1_000_000)}>
          Next
        </button>
      </div>
    </div>
  );
}
