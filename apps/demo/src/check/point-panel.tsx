import { format } from "../format.ts";
import { NumberField } from "../ui/number-field.tsx";
import { Panel } from "../ui/panel.tsx";
import { Slider } from "../ui/slider.tsx";
import { check, report } from "./store.ts";

/** Where the function is looked at: a slider and a field for each input. */
export function PointPanel() {
  const seen = report.value;
  if (!seen) return null;
  const x = seen.inputs.map((input) => input.x);
  const move = (i: number, to: number) => check({ x: x.map((each, k) => (k === i ? to : each)) });
  return (
    <Panel title="The point" class="check-point" tools={<span class="note">f = {format(seen.y, 8)}</span>}>
      {seen.inputs.map(({ name, x: at }, i) => (
        <Input key={name} name={name} x={at} range={seen.range[i] ?? [-3, 3]} onMove={(to) => move(i, to)} />
      ))}
    </Panel>
  );
}

interface InputProps {
  readonly name: string;
  readonly x: number;
  readonly range: readonly [low: number, high: number];
  onMove(x: number): void;
}

function Input({ name, x, range: [low, high], onMove }: InputProps) {
  const step = Number(((high - low) / 200).toPrecision(1));
  return (
    <div class="check-input">
      <Slider
        label={name}
        value={Math.min(high, Math.max(low, x))}
        min={low}
        max={high}
        step={step}
        text={`${name} = ${format(x, 6)}`}
        onInput={(to) => onMove(Number(to.toPrecision(6)))}
      />
      <NumberField label={`${name}, exactly`} value={x} onInput={onMove} />
    </div>
  );
}
