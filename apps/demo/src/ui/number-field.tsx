import { useEffect, useState } from "preact/hooks";
import { readNumber } from "./read-number.ts";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly class?: string;
  onInput(value: number): void;
}

/** A field for any finite number. While the text is not a number, the last good number stays and the field says so. */
export function NumberField({ label, value, class: name = "", onInput }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  const number = readNumber(text);
  useEffect(() => {
    if (readNumber(text) !== value) setText(String(value));
  }, [value]);
  return (
    <input
      class={`field ${name}`}
      type="text"
      inputMode="text"
      autocomplete="off"
      spellcheck={false}
      aria-label={label}
      aria-invalid={number === undefined}
      value={text}
      onInput={(event) => {
        const written = event.currentTarget.value;
        setText(written);
        const read = readNumber(written);
        if (read !== undefined) onInput(read);
      }}
      onBlur={() => setText(String(value))}
    />
  );
}
