/// <reference lib="dom" preserve="true" />
import type { Contribution, Step } from "../../steps/steps.js";
import { canAsk, judgeSign, judgeValue, type Sign, type Verdict } from "../../story/prediction.js";
import { make, setText } from "../make.js";
import { number, withSigns } from "../shown.js";

const signs = [
  ["+", "+ positive"],
  ["-", "− negative"],
  ["0", "0 zero"],
] as const;

/** Asks for what a step adds, before the step is shown: first the sign, then the value, input after input. */
export class PredictPanel {
  readonly panel: HTMLElement;
  private readonly question = make("p", { class: "og-question" });
  private readonly signs = make("div", { class: "og-moves", role: "group", "aria-label": "Sign" });
  private readonly field = make("input", { type: "text", inputmode: "text", autocomplete: "off", size: 10 });
  private readonly form: HTMLFormElement;
  private readonly verdict = make("p", { class: "og-verdict", role: "status" });
  private readonly skip = make("button", { type: "button" }, "Show me");
  private readonly goOn = make("button", { type: "button" }, "On");
  private readonly score = make("p", { class: "og-note" });
  private readonly onDone: () => void;
  private step: Step | undefined;
  private waiting: Contribution[] = [];
  private streak = 0;
  private best = 0;

  constructor(onDone: () => void) {
    this.onDone = onDone;
    for (const [sign, text] of signs) {
      const button = make("button", { type: "button" }, text);
      button.addEventListener("click", () => this.answerSign(sign));
      this.signs.append(button);
    }
    const label = make("label", { class: "og-field" }, "Gradient after this step", this.field);
    this.form = make("form", {}, label, make("button", { type: "submit" }, "Check"));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answerValue();
    });
    this.skip.addEventListener("click", () => this.end(false));
    this.goOn.addEventListener("click", () => this.end(true));
    this.panel = make(
      "section",
      { class: "og-predict", "aria-label": "Predict the next step" },
      this.question,
      this.signs,
      this.form,
      this.verdict,
      make("div", { class: "og-moves" }, this.goOn, this.skip),
      this.score,
    );
    this.panel.hidden = true;
  }

  /** Whether a step is being asked for. */
  get isAsking(): boolean {
    return this.step !== undefined;
  }

  /** Asks for a step; false if there is nothing in it to ask for. */
  ask(step: Step): boolean {
    this.waiting = step.contributions.filter(canAsk);
    if (this.waiting.length === 0) return false;
    this.step = step;
    this.panel.hidden = false;
    this.askNext("");
    return true;
  }

  /** Forgets the question, as when a person goes elsewhere. */
  close(): void {
    this.step = undefined;
    this.waiting = [];
    setText(this.verdict, "");
    this.verdict.classList.remove("og-right");
    this.panel.hidden = true;
  }

  private askNext(verdict: string): void {
    const { step } = this;
    const [now] = this.waiting;
    const isOver = step === undefined || now === undefined;
    this.signs.hidden = isOver;
    this.form.hidden = true;
    this.goOn.hidden = !isOver;
    this.skip.hidden = isOver;
    setText(this.verdict, verdict);
    setText(this.score, `Streak ${this.streak}, best ${this.best}`);
    if (isOver) {
      setText(this.question, "The step is complete.");
      this.goOn.focus();
      return;
    }
    const holds = now.accumulates ? ` ${now.label} holds ${number(now.before)} already.` : "";
    const passes = withSigns(`${step.statement.text} passes its gradient ${number(step.upstream)} on.`);
    setText(
      this.question,
      `${passes}${holds} What is the sign of what it adds to the gradient of ${now.label}?`,
    );
    this.signs.querySelector("button")?.focus();
  }

  private answerSign(sign: Sign): void {
    const [now] = this.waiting;
    if (!this.step || !now) return;
    this.say(judgeSign(this.step, now, sign));
    setText(this.question, `What is the gradient of ${now.label} after this step?`);
    this.signs.hidden = true;
    this.form.hidden = false;
    this.field.value = "";
    this.field.focus();
  }

  private answerValue(): void {
    const [now] = this.waiting;
    if (!this.step || !now) return;
    const answer = Number(this.field.value.replaceAll("−", "-").replace(",", "."));
    if (this.field.value.trim() === "" || Number.isNaN(answer)) {
      setText(this.verdict, "Write a number, such as -2.5 or 1e-3.");
      this.field.focus();
      return;
    }
    const verdict = judgeValue(this.step, now, answer);
    this.say(verdict);
    this.waiting.shift();
    this.askNext(this.verdict.textContent ?? "");
  }

  private say({ isRight, missed, sentence }: Verdict): void {
    this.streak = isRight ? this.streak + 1 : 0;
    this.best = Math.max(this.best, this.streak);
    this.verdict.classList.toggle("og-right", isRight);
    const why = missed === undefined || missed === "value" ? "" : ` Missed: ${missed}.`;
    setText(this.verdict, withSigns(isRight ? `✓ ${sentence}` : `✗ ${sentence}${why}`));
    setText(this.score, `Streak ${this.streak}, best ${this.best}`);
  }

  private end(isComplete: boolean): void {
    if (!isComplete) this.streak = 0;
    this.close();
    this.onDone();
  }
}
