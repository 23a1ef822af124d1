import type { Contribution, Step } from "@outgrad/viz";
import { Panel } from "../ui/panel.tsx";
import { Term } from "../ui/term.tsx";
import { moment, told } from "./state.ts";
import { thumbRules } from "./thumb-rules.ts";

/** What has just happened: a sentence, the chain rule in symbols, and in numbers. */
export function ChainRulePanel() {
  const { step, phase } = moment.value;
  return (
    <Panel title={phase === "forward" ? "Value at this step" : "Chain rule at this step"} class="chain-rule">
      <p class="sentence" data-sentence>
        {told.value.sentence(moment.value.position).replaceAll("-", "−")}
      </p>
      {step && <Formulas step={step} />}
      {step && thumbRules[step.op] && (
        <p class="note">
          <Term word="local slope">Local slopes</Term>: {thumbRules[step.op]}
        </p>
      )}
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
