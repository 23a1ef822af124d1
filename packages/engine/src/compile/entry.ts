import { grown, type Leaf, moveTo } from "../leaf.js";
import { Value } from "../value.js";
import { type Layout, load, sizeOf } from "./arguments.js";
import type { CompileOptions } from "./compile.js";
import type { Executable } from "./executable.js";
import type { Recording } from "./record.js";
import { replay } from "./replay.js";
import { type Choice, prepare } from "./target.js";
import type { Rule } from "./update.js";

/** Whose gradient is wanted: that of the first argument, or of the Values from outside. */
export type Wanted = "argument" | "outside";

/** A recording of a function for one shape of arguments, and the forms in which it is computed. */
export class Entry {
  readonly recording: Recording;
  /** How many numbers the first argument has. */
  readonly first: number;
  readonly leaves: readonly Leaf[];
  /** Which nodes a gradient flows to: first those of the arguments, then those from outside. */
  readonly reached: Uint8Array;
  /** Those from outside that it flows to: their places among the leaves. */
  private readonly places: Int32Array;
  /** Whether it flows to any of them. */
  readonly reaches: Readonly<Record<Wanted, boolean>>;
  choice: Choice | undefined;
  private readonly inputs: Float64Array;
  private readonly options: CompileOptions;
  private readonly rule: Rule | undefined;
  private readonly forms = new Map<Wanted | "replay", Executable>();

  constructor(recording: Recording, options: CompileOptions, rule?: Rule) {
    const { program, layouts } = recording;
    this.recording = recording;
    this.options = options;
    this.rule = rule;
    this.first = layouts[0] ? sizeOf(layouts[0]) : 0;
    this.inputs = new Float64Array(program.inputs);
    this.reached = program.reached;
    this.leaves = program.captured.map(grown);
    const { inputs } = program;
    const places = this.leaves.map((_, i) => inputs + i);
    this.places = Int32Array.from(places.filter((place) => this.reached[place] === 1));
    this.reaches = {
      argument: this.reached.subarray(0, this.first).includes(1),
      outside: this.places.length > 0,
    };
  }

  /** Takes the arguments in, unless their shape is another one. */
  accepts(args: readonly unknown[]): boolean {
    const { layouts } = this.recording;
    if (args.length !== layouts.length) return false;
    let at = 0;
    for (let i = 0; i < args.length && at >= 0; i++) {
      at = load(layouts[i] as Layout, args[i], this.inputs, at);
    }
    return at >= 0;
  }

  /** Computes the outputs for the arguments taken in. */
  forward(wanted: Wanted): Executable {
    const form = this.forms.get(wanted) ?? this.make(wanted);
    this.run(form);
    return form;
  }

  /** Computes the outputs with whatever there is already. */
  forwardAny(): Executable {
    for (const wanted of ["outside", "argument"] as const)
      if (this.forms.has(wanted)) return this.forward(wanted);
    return this.forward(this.leaves.length > 0 ? "outside" : "argument");
  }

  /** Computes every node and its gradient, and gives the Value at the end. */
  inspect(): Value {
    const { segment, outputs, inputs } = this.recording.program;
    const form = this.forms.get("replay") ?? replay(this.recording.program);
    this.forms.set("replay", form);
    this.run(form);
    form.backward();
    for (let i = 0; i < inputs; i++) {
      const argument = segment.imported[i] as Value;
      argument.data = this.inputs[i] as number;
      argument.grad = form.gradients[i] as number;
    }
    return new Value(0, "", segment, outputs[0] as number);
  }

  /** Adds the gradients to those of the leaves from outside, as backward() does. */
  deposit({ gradients }: Executable): void {
    const { leaves, reached } = this;
    const { inputs } = this.recording.program;
    for (let i = 0; i < leaves.length; i++) {
      if (reached[inputs + i] === 0) continue;
      const leaf = leaves[i] as Leaf;
      leaf.grad += gradients[inputs + i] as number;
      leaf.hasGrad = true;
    }
  }

  /** Changes the leaves from outside by a rule. */
  change(form: Executable, rule: Rule): void {
    const { home } = form;
    if (form.update) form.update();
    else this.apply(form, rule);
    if (home && !home.isRead) return;
    const { inputs, captured } = this.recording.program;
    for (let i = 0; i < captured.length; i++) {
      if (!home) (this.leaves[i] as Leaf).data = form.leaves[inputs + i] as number;
      // As when data is set: what is recorded from now on takes the new number in.
      (captured[i] as Value).segment = null;
    }
    if (home) home.isRead = false;
  }

  private apply({ leaves, gradients }: Executable, rule: Rule): void {
    const { places } = this;
    const [p, g] = [new Float64Array(places.length), new Float64Array(places.length)];
    for (let i = 0; i < places.length; i++) {
      const place = places[i] as number;
      p[i] = leaves[place] as number;
      // Plus 0: a sum of nothing but -0 is 0, as Value's.
      g[i] = (gradients[place] as number) + 0;
    }
    rule.apply(p, g);
    for (let i = 0; i < places.length; i++) leaves[places[i] as number] = p[i] as number;
  }

  private run(form: Executable): void {
    const { inputs, leaves } = this;
    const { home } = form;
    const from = inputs.length;
    if (from > 0) form.leaves.set(inputs);
    if (!home?.isComplete) {
      for (let i = 0; i < leaves.length; i++) {
        const leaf = leaves[i] as Leaf;
        if (home) moveTo(leaf, home, from + i);
        else form.leaves[from + i] = leaf.data;
      }
      if (home) home.isComplete = true;
    }
    form.forward();
  }

  private make(wanted: Wanted): Executable {
    const { program } = this.recording;
    const outside = program.inputs + this.leaves.length;
    const [from, to]: [number, number] = wanted === "argument" ? [0, this.first] : [program.inputs, outside];
    // Every one of the leaves must be changed for the fast way.
    const all = this.places.length === this.leaves.length;
    const updated = this.rule && wanted === "outside" && all ? { rule: this.rule, from, to } : undefined;
    const { executable, choice } = prepare(program, from, to, this.options, updated);
    this.choice = choice;
    this.forms.set(wanted, executable);
    if (choice.target === "replay") {
      this.forms.set("argument", executable).set("outside", executable).set("replay", executable);
    }
    return executable;
  }
}
