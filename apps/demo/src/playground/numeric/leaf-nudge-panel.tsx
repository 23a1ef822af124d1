import "../../styles/numeric.css";
import { errorCurve } from "@outgrad/viz";
import { Panel } from "../../ui/panel.tsx";
import { Numbers, Picture } from "../../ui/picture.tsx";
import type { Circuit } from "../circuit.ts";
import { programKey } from "../geometry/function-key.ts";
import { nudge } from "../nudge.ts";
import { isLarge, studied } from "../studied.ts";
import { chosenLeaf } from "./chosen.ts";
import { DigitStrip } from "./digit-strip.tsx";
import { type LeafErrors, leafErrors } from "./error-curves.ts";
import { LeafSelect } from "./leaf-select.tsx";
import { MethodsTable } from "./methods-table.tsx";
import { useSlices } from "./slices.ts";
import { measured, type SlopeRow } from "./slopes.ts";
import { referee, verdict } from "./verdict.ts";

/** A leaf's slopes with the circuit and the step that they were measured with. */
interface Measurement {
  readonly of: Circuit;
  readonly h: number;
  readonly row: SlopeRow;
}

/** What there is to know about one leaf whatever h is. */
interface Study {
  /** The key of the program. */
  readonly of: string;
  readonly leaf: string;
  readonly errors?: LeafErrors;
  readonly judged: string;
}

/** One leaf: what every method says with this h, how its errors go over all h, and which digits cancel. */
export function LeafNudgePanel() {
  const now = studied.value;
  const leaf = chosenLeaf.value;
  const wanted = nudge.value;
  const measurement = useSlices(() => measure(now, leaf ?? "", wanted), [now, leaf, wanted], isLarge(now));
  const found = useSlices(() => study(now, leaf ?? ""), [now, leaf], isLarge(now));
  if (leaf === undefined || measurement === undefined) return null;
  // What was measured before stays until the new is, with the circuit that it is of.
  const { of, h, row } = measurement;
  const known = found?.leaf === row.name && found.of === programKey(of) ? found : undefined;
  const { errors, judged = "" } = known ?? {};
  const draw = (width: number) => errors && errorCurve(errors, { h, width, height: 340 });
  return (
    <Panel title="One leaf, every h" class="leaf-nudge" tools={now.leaves.size > 1 && <LeafSelect />}>
      <p class="sentence" data-verdict>
        {judged} {verdict(of, row, h, errors)}
      </p>
      <MethodsTable row={row} errors={errors} />
      {errors && (
        <div>
          <Picture draw={(width) => draw(width) ?? null} />
          <Numbers drawing={errorCurve(errors, { h })} />
        </div>
      )}
      <DigitStrip name={row.name} above={of.evaluate(new Map([[row.name, row.x + h]]))} below={of.result} />
    </Panel>
  );
}

function* measure(of: Circuit, leaf: string, h: number): Generator<Measurement | undefined> {
  for (const row of measured(of, leaf, h)) yield row && { of, h, row };
}

/** All of it at the end; after each step a pause is possible. */
function* study(of: Circuit, leaf: string): Generator<Study | undefined> {
  let errors: LeafErrors | undefined;
  for (errors of leafErrors(of, leaf)) yield undefined;
  yield { of: programKey(of), leaf, ...(errors && { errors }), judged: referee(of, leaf) };
}
