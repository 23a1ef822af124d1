/// <reference lib="dom" preserve="true" />
import { ruleOfThumb } from "../../steps/rule-of-thumb.js";
import type { Step } from "../../steps/steps.js";
import type { Moment } from "../../story/moment.js";
import type { Story } from "../../story/story.js";
import { make, parsed, setAttribute } from "../make.js";

/** The chain rule of a step in symbols and in numbers, and what to remember of its op. */
export class ChainRule {
  readonly panel = make("div", { class: "og-rule" });
  private shown: Step | undefined;

  show({ step }: Moment, { passes }: Story): void {
    if (step === this.shown && step !== undefined) return;
    this.shown = step;
    this.panel.hidden = step === undefined;
    if (step === undefined) return;
    const rule = ruleOfThumb(step.op);
    const again =
      `backward() ran ${passes} times without zeroGrad(): the gradients of leaves add up, ` +
      "those in between belong to the last pass.";
    this.panel.replaceChildren(
      ...step.contributions.map(({ formula, accumulates }) => {
        const lines = [formula.symbols, formula.local, formula.numbers].map(({ mathml }) =>
          make("div", {}, parsed(mathml)),
        );
        return make("div", { class: accumulates ? "og-formula og-accumulates" : "og-formula" }, ...lines);
      }),
      ...(rule === "" ? [] : [make("p", { class: "og-note" }, rule)]),
      ...(passes > 1 ? [make("p", { class: "og-note" }, again)] : []),
    );
    requestAnimationFrame(() => this.letScroll());
  }

  /** A formula that is too wide to be seen whole can be scrolled by keyboard. */
  private letScroll(): void {
    for (const formula of this.panel.querySelectorAll(".og-formula")) {
      setAttribute(formula, "tabindex", formula.scrollWidth > formula.clientWidth ? 0 : undefined);
    }
  }
}
