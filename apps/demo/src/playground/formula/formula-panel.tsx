import "../../styles/formula.css";
import { useMemo, useState } from "preact/hooks";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { chosenLeaf } from "../numeric/chosen.ts";
import { LeafSelect } from "../numeric/leaf-select.tsx";
import { useSlices } from "../numeric/slices.ts";
import { isLarge, studied } from "../studied.ts";
import { programOf } from "./program-of.ts";
import { type Compared, compared, read } from "./reading.ts";

const notations = [
  ["mathml", "Formula"],
  ["text", "Text"],
  ["tex", "TeX"],
] as const;
type Notation = (typeof notations)[number][0];

/** More leaves than this are looked at one at a time. */
const mostAtOnce = 6;

/** What backward computes as numbers, as formulas: the derivative by each leaf, made from the rules of the ops. */
export function FormulaPanel() {
  const [notation, setNotation] = useState<Notation>("mathml");
  const now = studied.value;
  const leaf = chosenLeaf.value;
  const program = useMemo(() => programOf(now), [now]);
  const names = [...now.leaves.keys()];
  const shown = names.length > mostAtOnce && leaf !== undefined ? [leaf] : names;
  const reading = useSlices(() => read(now, program, shown), [program, shown.join()], isLarge(now));
  const known = typeof program === "string" ? [] : compared(reading, now, shown);
  const format = notation === "text" ? "text" : "tex";
  return (
    <Panel
      title="Derivative as a formula"
      class="derivatives"
      tools={
        <Segmented
          label="Notation"
          options={notations}
          value={notation}
          onChange={(next) => setNotation(next)}
        />
      }
    >
      {names.length > mostAtOnce && <LeafSelect />}
      {typeof program === "string" ? (
        <p>{program}</p>
      ) : (
        <>
          {known.map((each) => (
            <Equation key={each.entry.derivative.leaf} {...each} notation={notation} />
          ))}
          {!now.expression && (
            <p class="note">Of a program the formula has the branches that it took, and no others.</p>
          )}
          {known.length > 0 && (
            <CopyButton
              label={`Copy as ${format === "tex" ? "TeX" : "text"}`}
              text={() => known.map(({ entry }) => entry.written[format]).join("\n")}
            />
          )}
        </>
      )}
    </Panel>
  );
}

interface EquationProps extends Compared {
  readonly notation: Notation;
}

/** More lines, or longer ones, are folded. */
const longLines = 4;
const longText = 240;

function Equation({ entry: { derivative, written }, notation, sentence }: EquationProps) {
  const { leaf, lines } = derivative;
  const isLong = lines.length > longLines || written.text.length > longText;
  const equations = (
    <ScrollRegion class="equations" label={`Derivative by ${leaf}`}>
      {notation === "mathml" ? (
        // Printed by ops, which escapes every name in it.
        written.mathml.map((line) => <div key={line} dangerouslySetInnerHTML={{ __html: line }} />)
      ) : (
        <pre>{written[notation]}</pre>
      )}
    </ScrollRegion>
  );
  return (
    <div class="equation" data-leaf={leaf}>
      {isLong ? (
        <details>
          <summary>
            By {leaf}: {lines.length === 1 ? "a long formula" : `${lines.length} lines, one for each step`}
          </summary>
          {equations}
        </details>
      ) : (
        equations
      )}
      <p class="note" data-agreement>
        {sentence}
      </p>
    </div>
  );
}
