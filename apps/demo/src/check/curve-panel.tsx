import { errorCurve } from "@outgrad/viz";
import { useMemo } from "preact/hooks";
import { Panel } from "../ui/panel.tsx";
import { Numbers, Picture } from "../ui/picture.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { check, config, report } from "./store.ts";

/** The error of every method over its step, for one input. */
export function CurvePanel() {
  const seen = report.value;
  const drawing = useMemo(() => seen && errorCurve(seen.curve), [seen]);
  return (
    <Panel
      title="Error over the step h"
      class="check-curve"
      tools={
        seen &&
        seen.inputs.length > 1 && (
          <Segmented
            class="small"
            label="Input"
            options={seen.inputs.map(({ name }, i) => [String(i), name] as const)}
            value={String(Math.min(config.value.of, seen.inputs.length - 1))}
            onChange={(i) => check({ of: Number(i) })}
          />
        )
      }
    >
      <Picture
        draw={(width) =>
          seen ? errorCurve(seen.curve, { width, height: Math.max(320, Math.min(420, width * 0.7)) }) : null
        }
      />
      {drawing && <p class="note">{drawing.text()}</p>}
      {drawing && <Numbers drawing={drawing} />}
    </Panel>
  );
}
