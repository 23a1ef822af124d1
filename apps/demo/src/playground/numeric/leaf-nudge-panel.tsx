import "../../styles/numeric.css";
import { errorCurve } from "@outgrad/viz";
import { Panel } from "../../ui/panel.tsx";
import { Numbers, Picture } from "../../ui/picture.tsx";
import type { Circuit } from "../circuit.ts";
import { nudgeExponent } from "../state.ts";
import { isLarge, studied } from "../studied.ts";
import { chosenLeaf } from "./chosen.ts";
import { DigitStrip } from "./digit-strip.tsx";
import { type LeafErrors, leafErrors } from "./error-curves.ts";
import { LeafSelect } from "./leaf-select.tsx";
import { MethodsTable } from "./methods-table.tsx";
import { useSlices } from "./slices.ts";
import { measured } from "./slopes.ts";
import { referee, verdict } from "./verdict.ts";

/** What there is to know about one leaf whatever h is. */
interface Study {
  readonly leaf: string;
  readonly errors?: LeafErrors;
  readonly judged: string;
}

/** One leaf: what every method says with this h, how its errors go over all h, and which digits cancel. */
export function LeafNudgePanel() {
  const now = studied.value;
  const leaf = chosenLeaf.value;
  const h = Number(`1e${nudgeExponent.value}`);
  const row = useSlices(() => measured(now, leaf ?? "", h), [now, leaf, h], isLarge(now));
  const found = useSlices(() => study(now, leaf ?? ""), [now, leaf], isLarge(now));
  if (leaf === undefined || row === undefined) return null;
  // Of a large circuit the leaf before stays until the new one is measured.
  const known = found?.leaf === row.name ? found : undefined;
  const { errors, judged = "" } = known ?? {};
  const draw = (width: number) => errors && errorCurve(errors, { h, width, height: 340 });
  return (
    <Panel title="One leaf, every h" class="leaf-nudge" tools={now.leaves.size > 1 && <LeafSelect />}>
      <p class="sentence" data-verdict>
        {judged} {verdict(now, row, h, errors)}
      </p>
      <MethodsTable row={row} errors={errors} />
      {errors && (
        <div>
          <Picture draw={(width) => draw(width) ?? null} />
          <Numbers drawing={errorCurve(errors, { h })} />
        </div>
      )}
      <DigitStrip name={row.name} above={now.evaluate(new Map([[row.name, row.x + h]]))} below={now.result} />
    </Panel>
  );
}

/** All of it at the end; after each step a pause is possible. */
function* study(of: Circuit, leaf: string): Generator<Study | undefined> {
  let errors: LeafErrors | undefined;
  for (errors of leafErrors(of, leaf)) yield undefined;
  yield { leaf, ...(errors && { errors }), judged: referee(of, leaf) };
}
