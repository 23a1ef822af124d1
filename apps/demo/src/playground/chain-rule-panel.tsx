import type { Contribution, Step } from "@outgrad/viz";
import { format } from "../format.ts";
import { Panel } from "../ui/panel.tsx";
import { Term } from "../ui/term.tsx";
import { PassesBar } from "./passes-bar.tsx";
import { sentenceAt, thumbRules } from "./sentence.ts";
import { circuit, leaves, moment, passes } from "./state.ts";

/** What has just happened: a sentence, the chain rule in symbols, and in numbers. */
export function ChainRulePanel() {
  const { step, place } = moment.value;
  return (
    <Panel
      title={place.phase === "forward" ? "Value at this step" : "Chain rule at this step"}
      class="chain-rule"
    >
      <p class="sentence" data-sentence>
        {sentenceAt(circuit.value, moment.value)}
      </p>
      {step && <Formulas step={step} />}
      {step && thumbRules[step.op] && (
        <p class="note">
          <Term word="local slope">Local slopes</Term>: {thumbRules[step.op]}
        </p>
      )}
      {place.phase === "backward" && passes.value > 1 && <Passes />}
      <PassesBar />
    </Panel>
  );
}

function Formulas({ step }: { readonly step: Step }) {
  return (
    <div class="formulas">
      {step.contributions.map((contribution) => (
        <Arrival key={contribution.index} contribution={contribution} />
      ))}
    </div>
  );
}

function Arrival({ contribution: { formula, accumulates } }: { readonly contribution: Contribution }) {
  return (
    <div class={accumulates ? "formula accumulates" : "formula"}>
      <Maths mathml={formula.symbols.mathml} />
      <Maths mathml={formula.local.mathml} />
      <Maths mathml={formula.numbers.mathml} />
    </div>
  );
}

/** A formula printed by viz, which escapes every name in it. */
function Maths({ mathml }: { readonly mathml: string }) {
  return <span dangerouslySetInnerHTML={{ __html: mathml }} />;
}

/** Why the leaves hold more than this pass brought. */
function Passes() {
  const first = [...leaves.value.keys()][0] ?? "a leaf";
  const node = circuit.value.tape.find(({ label, isLeaf }) => isLeaf && label === first);
  const grad = node ? ` ${first} now holds ${format(node.grad)}.` : "";
  return (
    <p class="note warn" data-passes>
      <Term word="backward">backward()</Term> ran {passes.value} times without zeroGrad(): the gradients of
      the leaves add up, those of the nodes between belong to the last pass.{grad}
    </p>
  );
}
