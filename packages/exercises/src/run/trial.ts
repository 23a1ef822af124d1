import type { Random } from "@outgrad/engine/random";
import type { Example, Finding, Language, Topic } from "../finding.js";
import type { Structure } from "../structure/structure.js";
import type { Answer, Plain, Program } from "../subject/program.js";
import type { Thrown } from "../subject/subject.js";
import { nameIn, topicOf } from "../track/in-language.js";
import { describe, foreign, type Numbers, sameShape } from "./numbers.js";
import { literal } from "./probe.js";

/** One thing of an exercise that is tried by itself: a function of the learner's, or a class. */
export interface Part {
  readonly topic: Topic;
  /** The class that it is a method of. */
  readonly within?: string;
  /** Whether it is no function or class by that name that is tried. */
  readonly isFree?: boolean;
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
  readonly #lines: number;

  /** `lines` is how many of the program's lines are the learner's. */
  constructor(topic: Topic, program: Program, structure: Structure, lines: number, random: Random) {
    this.language = program.language;
    this.name = nameIn(topic, program.language);
    this.random = random;
    this.#topic = topic;
    this.#program = program;
    this.#structure = structure;
    this.#lines = lines;
  }

  /** The topics that the learner's function calls. */
  get calls(): ReadonlySet<string> {
    const own = this.#structure.functions.filter(({ name }) => name === this.name);
    return new Set(own.flatMap(({ calls }) => calls).map(({ name }) => topicOf(name)));
  }

  /** The first thing that is wrong with a part; undefined if nothing is. */
  find(part: Part): Finding | undefined {
    try {
      if (!part.isFree) this.#mustExist(part.within);
      part.run(this);
      return undefined;
    } catch (error) {
      if (error instanceof Failed) return error.finding;
      throw error;
    }
  }

  /** Ends the trial. */
  fail(code: string, particulars: Particulars = {}): never {
    const line = this.#line(String(particulars.details?.what ?? ""));
    throw new Failed({ code, op: this.#topic, ...(line !== undefined && { line }), ...particulars });
  }

  /** What the learner's function gives, whatever it is. */
  plain(args: readonly Plain[], example = this.example(args), wanted = "numbers"): Plain {
    return this.#plain(this.#program.call(this.name, args), wanted, example);
  }

  /** What the learner's function gives, which must have the shape of `like`, whose numbers do not matter. */
  call<T extends Numbers>(args: readonly Plain[], like: T, example = this.example(args)): T {
    return this.shaped(this.plain(args, example, describe(like)), like, example);
  }

  /** What the learner's function gives, which must be a list of two. */
  pair(args: readonly Plain[], example: Example): readonly [Plain, Plain] {
    const plain = this.plain(args, example, "a list of two");
    if (plain === null) this.fail("returns-nothing", { example });
    const isPair = Array.isArray(plain) && plain.length === 2;
    if (!isPair) this.fail("wrong-shape", { example, seen: describe(plain), wanted: "a list of two" });
    return plain as unknown as [Plain, Plain];
  }

  /**
   * What a function of the harness gives. It calls the learner's code, and `example` tells how, for people. The numbers
   * have the shape of `like`: fields of the learner's may hold anything.
   */
  ask<T extends Numbers>(harness: string, args: readonly Plain[], example: Example, like: T): T {
    const plain = this.hear(harness, args, example);
    if (sameShape(plain, like)) return plain as unknown as T;
    this.fail("wrong-shape", { example, seen: describe(foreign(plain) ?? plain), wanted: "a number" });
  }

  /** What a function of the harness gives, whatever it is. */
  hear(harness: string, args: readonly Plain[], example: Example): Plain {
    return this.#plain(this.#program.call(`outgrad_${harness}`, args), "numbers", example);
  }

  /** What the learner's function says, which must be true or false. */
  truth(args: readonly Plain[], example = this.example(args)): boolean {
    const plain = this.plain(args, example, "true or false");
    if (typeof plain === "boolean") return plain;
    if (plain === null) this.fail("returns-nothing", { example });
    this.fail("wrong-shape", { example, seen: describe(plain), wanted: "true or false" });
  }

  /** The call of the learner's function as they would write it. */
  example(args: readonly Plain[]): Example {
    return { call: `${this.name}(${args.map((arg) => literal(arg as Numbers)).join(", ")})`, at: {} };
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
      this.fail("inside-another", {
        line: nested.line,
        details: { name: this.name, inside: outer?.name as string },
      });
    this.fail("not-there", { ...(owner && { line: owner.line }), details: { name: this.name } });
  }

  /** Ends the trial if something has not the shape of `like`, whose numbers do not matter. */
  shaped<T extends Numbers>(plain: Plain, like: T, example: Example, of?: string): T {
    if (sameShape(plain, like)) return plain as unknown as T;
    const details = of === undefined ? {} : { details: { of } };
    if (plain === null && !of) this.fail("returns-nothing", { example });
    this.fail("wrong-shape", { example, seen: describe(plain), wanted: describe(like), ...details });
  }

  /** Runs a call whose numbers are large: an error of arithmetic in it is an overflow. */
  overflowing<T>(run: () => T, example: Example): T {
    try {
      return run();
    } catch (error) {
      const stopped = error instanceof Failed && error.finding.code === "throws";
      if (stopped && error.finding.details?.kind === "arithmetic") this.fail("overflow", { example });
      throw error;
    }
  }

  #plain(answer: Answer, wanted: string, example: Example): Plain {
    if ("thrown" in answer) return this.#stopped(answer.thrown, example);
    if ("other" in answer) this.fail("wrong-shape", { example, seen: answer.other, wanted });
    return answer.plain;
  }

  /** The harness stops with `outgrad:code|of what|what was found|what was wanted` where it meets the wrong kind of thing. */
  #stopped({ kind, text, line, name }: Thrown, example: Example): never {
    const told = /outgrad:([\w-]+)\|([^|]*)\|([^|]*)\|([^|\n]*)/.exec(text);
    if (told) {
      const [, code, what, seen, wanted] = told as unknown as string[];
      this.fail(code as string, {
        example,
        ...(seen && { seen }),
        ...(wanted && { wanted }),
        details: { what: what as string },
      });
    }
    const inText = line !== undefined && line <= this.#lines;
    const at = { example, ...(inText && { line }) };
    if (kind === "recursion") this.fail("calls-itself", at);
    this.fail("throws", { ...at, seen: text, details: { kind, ...(name !== undefined && { name }) } });
  }

  /** Of a class the method that is meant, and unless one is, the one that computes. */
  #line(method: string): number | undefined {
    const { functions, classes } = this.#structure;
    const methods = classes.find(({ name }) => name === this.name)?.methods ?? [];
    const meant = (...names: string[]) => methods.find(({ name }) => names.includes(name));
    const found = meant(method) ?? meant("forward", "__call__");
    const named = [...functions, ...classes, ...classes.flatMap((each) => each.methods)];
    return (found ?? named.find(({ name }) => name === this.name))?.line;
  }
}
