import type { Random } from "@outgrad/engine/random";
import type { Example, Finding, Language, Topic } from "../finding.js";
import type { Structure } from "../structure/structure.js";
import type { Answer, Plain, Program } from "../subject/program.js";
import { nameIn } from "../track/in-language.js";
import { describe, type Numbers, sameShape } from "./numbers.js";

/** One thing of an exercise that is tried by itself: a function of the learner's, or a class. */
export interface Part {
  readonly topic: Topic;
  /** The class that it is a method of. */
  readonly within?: string;
  /** Tries it; ends with `trial.fail` at the first thing that is wrong. */
  readonly run: (trial: Trial) => void;
}

/** Thrown by a trial that is over. */
class Failed extends Error {
  readonly finding: Finding;

  constructor(finding: Finding) {
    super(finding.code);
    this.finding = finding;
  }
}

const bare = (name: string) => name.toLowerCase().replaceAll("_", "");

/** What `fail` may say besides the code. */
export type Particulars = Omit<Finding, "code" | "op">;

/** One part of an exercise while it is tried. */
export class Trial {
  readonly language: Language;
  /** The topic by its name in the learner's language. */
  readonly name: string;
  readonly random: Random;
  readonly #topic: Topic;
  readonly #program: Program;
  readonly #structure: Structure;

  constructor(topic: Topic, program: Program, structure: Structure, random: Random) {
    this.language = program.language;
    this.name = nameIn(topic, program.language);
    this.random = random;
    this.#topic = topic;
    this.#program = program;
    this.#structure = structure;
  }

  /** The first thing that is wrong with a part; undefined if nothing is. */
  find(part: Part): Finding | undefined {
    try {
      this.#mustExist(part.within);
      part.run(this);
      return undefined;
    } catch (error) {
      if (error instanceof Failed) return error.finding;
      throw error;
    }
  }

  /** Ends the trial. */
  fail(code: string, particulars: Particulars = {}): never {
    const line = this.#line();
    throw new Failed({ code, op: this.#topic, ...(line !== undefined && { line }), ...particulars });
  }

  /** What the learner's function gives, which must have the shape of `like`, whose numbers do not matter. */
  call<T extends Numbers>(args: readonly Plain[], like: T, example = this.example(args)): T {
    return this.#read(this.#program.call(this.name, args), like, example) as T;
  }

  /** What a function of the harness gives. It calls the learner's code, and `example` tells how, for people. */
  ask<T extends Plain>(harness: string, args: readonly Plain[], example: Example): T {
    return this.#read(this.#program.call(`outgrad_${harness}`, args), undefined, example) as T;
  }

  /** The call of the learner's function as they would write it. */
  example(args: readonly Plain[]): Example {
    return { call: `${this.name}(${args.map((arg) => JSON.stringify(arg)).join(", ")})`, at: {} };
  }

  #mustExist(within: string | undefined): void {
    const { functions, classes } = this.#structure;
    const owner = classes.find(({ name }) => name === within);
    const here = within === undefined ? [...functions, ...classes] : (owner?.methods ?? []);
    if (here.some(({ name }) => name === this.name) || (!owner && this.#program.has(this.name))) return;
    const alike = here.find(({ name }) => bare(name) === bare(this.name));
    if (alike) this.fail("wrong-name", { line: alike.line, details: { found: alike.name, name: this.name } });
    const every = [...functions, ...classes.flatMap(({ methods }) => methods)];
    const outer = every.find(({ inner }) => inner.some(({ name }) => name === this.name));
    const nested = outer?.inner.find(({ name }) => name === this.name);
    if (nested)
      this.fail("nested-inside", {
        line: nested.line,
        details: { name: this.name, inside: outer?.name as string },
      });
    this.fail("missing", { ...(owner && { line: owner.line }), details: { name: this.name } });
  }

  #read(answer: Answer, like: Numbers | undefined, example: Example): Plain {
    if ("thrown" in answer) return this.#stopped(answer.thrown, example);
    if ("other" in answer) {
      this.fail("wrong-shape", { example, seen: answer.other, wanted: describe(like ?? 0) });
    }
    const { plain } = answer;
    if (like === undefined || sameShape(plain, like)) return plain;
    if (plain === null) this.fail("missing-return", { example });
    this.fail("wrong-shape", { example, seen: describe(plain), wanted: describe(like) });
  }

  /** The harness stops with `outgrad:code:topic:what was found` when the learner's code gives it the wrong kind of thing. */
  #stopped(
    { kind, text, line, name }: Extract<Answer, { thrown: unknown }>["thrown"],
    example: Example,
  ): never {
    const [, code, found] = /outgrad:([\w-]+):([^\n]*)/.exec(text) ?? [];
    if (code !== undefined) this.fail(code, { example, ...(found && { seen: found }) });
    const at = { example, ...(line !== undefined && { line }) };
    if (kind === "recursion") this.fail("infinite-recursion", at);
    this.fail("throws", { ...at, details: { text, kind, ...(name !== undefined && { name }) } });
  }

  #line(): number | undefined {
    const { functions, classes } = this.#structure;
    const named = [...functions, ...classes, ...classes.flatMap(({ methods }) => methods)];
    return named.find(({ name }) => name === this.name)?.line;
  }
}
