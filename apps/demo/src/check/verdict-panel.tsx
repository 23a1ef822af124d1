import { useEffect } from "preact/hooks";
import { announce } from "../ui/live-region.tsx";
import { Panel } from "../ui/panel.tsx";
import { Term } from "../ui/term.tsx";
import type { InputReport, Judged } from "./inside/report.ts";
import { report } from "./store.ts";
import { headline, judgedInWords, verdictNames } from "./words.ts";

/** Whether the gradient is right, in words: on the whole, then input by input. */
export function VerdictPanel() {
  const seen = report.value;
  const said = seen ? headline(seen) : "";
  useEffect(() => announce(said), [said]);
  return (
    <Panel title={<Term word="gradcheck">Verdict</Term>} class="check-verdict">
      {seen ? (
        <>
          <p class="headline" data-verdict>
            {said}
          </p>
          <ul class="judgements">
            {seen.inputs.map((input) => (
              <Judgements key={input.name} {...input} />
            ))}
          </ul>
        </>
      ) : (
        <p class="note">Checking…</p>
      )}
    </Panel>
  );
}

function Judgements({ name, own, engine }: InputReport) {
  return (
    <>
      {own && <Judgement name={name} whose="Your gradient" judged={own} />}
      {engine && <Judgement name={name} whose="backward()" judged={engine} />}
    </>
  );
}

interface JudgementProps {
  readonly name: string;
  readonly whose: string;
  readonly judged: Judged;
}

function Judgement({ name, whose, judged }: JudgementProps) {
  return (
    <li>
      <Badge verdict={judged.verdict} />
      <span>
        <strong>{name}</strong> {judgedInWords(whose, judged)}
      </span>
    </li>
  );
}

const badges = {
  OK: ["good", "✓"],
  WRONG: ["bad", "✗"],
  "CAN'T TELL": ["unsure", "?"],
} as const;

/** A verdict with a sign and a word, so that it needs no colour. */
export function Badge({ verdict }: { readonly verdict: Judged["verdict"] }) {
  const [look, sign] = badges[verdict];
  return (
    <span class={`badge ${look}`}>
      <span aria-hidden="true">{sign}</span> {verdictNames[verdict]}
    </span>
  );
}
