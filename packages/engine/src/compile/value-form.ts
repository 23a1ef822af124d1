import type { Value } from "../value.js";
import { type Layout, unload } from "./arguments.js";
import type { CompileOptions } from "./compile.js";
import { Entry } from "./entry.js";
import type { Executable } from "./executable.js";
import type { Form } from "./form.js";
import type { Recording } from "./record.js";
import type { Choice } from "./target.js";
import type { Rule } from "./update.js";

/** A recorded function of Values. */
export class ValueForm implements Form {
  private readonly entry: Entry;
  private readonly rule: Rule | undefined;

  constructor(recording: Recording, options: CompileOptions, rule?: Rule) {
    this.entry = new Entry(recording, options, rule);
    this.rule = rule;
  }

  get choice(): Choice | undefined {
    return this.entry.choice;
  }

  accepts(args: readonly unknown[]): boolean {
    return this.entry.accepts(args);
  }

  value(): unknown {
    const { result, program } = this.entry.recording;
    const form = this.entry.forwardAny();
    if (result.kind === "number") return form.output(0);
    return unload(
      result,
      undefined,
      Array.from(program.outputs, (_, i) => form.output(i)),
    );
  }

  gradient(args: readonly unknown[]): unknown {
    return this.gradientOf(this.differentiated("gradient"), args);
  }

  valueAndGradient(args: readonly unknown[]): [unknown, unknown] {
    const form = this.differentiated("valueAndGradient");
    return [form.output(0), this.gradientOf(form, args)];
  }

  step(): number {
    const form = this.differentiated("step");
    if (this.rule) this.entry.change(form, this.rule);
    else this.entry.deposit(form);
    return form.output(0);
  }

  inspect(): Value {
    this.mustBeScalar("inspect");
    return this.entry.inspect();
  }

  private differentiated(name: string): Executable {
    this.mustDifferentiate(name);
    const form = this.entry.forward(name === "step" ? "outside" : "argument");
    form.backward();
    return form;
  }

  private gradientOf(form: Executable, args: readonly unknown[]): unknown {
    const { recording, first } = this.entry;
    const gradient = form.gradients.slice(0, first);
    // Plus 0: what no path leads to is 0, and a sum of nothing but -0 too, as Value's.
    for (let i = 0; i < first; i++) gradient[i] = (gradient[i] as number) + 0;
    return unload(recording.layouts[0] as Layout, args[0], gradient);
  }

  private mustBeScalar(name: string): void {
    const { result, program } = this.entry.recording;
    if (result.kind === "number") return;
    throw new TypeError(
      `compile: ${name}() needs a function that returns one Value; this one returns ${program.outputs.length}. ` +
        "Add them up, or call value().",
    );
  }

  private mustDifferentiate(name: string): void {
    this.mustBeScalar(name);
    const { reaches } = this.entry;
    if (name === "step") {
      if (reaches.outside) return;
      throw new Error(
        "compile: step() gives gradients to the Values that the function uses from outside, and its result depends on none; " +
          "gradient() is with respect to the first argument.",
      );
    }
    if (reaches.argument) return;
    throw new Error(
      `compile: ${name}() is with respect to the first argument, and the result does not depend on it; step() gives ` +
        "gradients to the Values that the function uses from outside.",
    );
  }
}
