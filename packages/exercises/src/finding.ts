/** The language that a learner writes in. */
export type Language = "typescript" | "python";

/** What a finding is about: an operation of the learner's class, or a part of it. */
export type Topic =
  | "constructor"
  | "add"
  | "radd"
  | "mul"
  | "rmul"
  | "sub"
  | "rsub"
  | "div"
  | "rdiv"
  | "neg"
  | "pow"
  | "exp"
  | "log"
  | "tanh"
  | "backward"
  | "sum"
  | "softmax"
  /** A function or class of an exercise, by its name. */
  | (string & {});

/** The smallest program found that goes wrong, as its author would write it: `a * 2` at a = 3. */
export interface Example {
  readonly call: string;
  readonly at: Readonly<Record<string, number>>;
}

/**
 * One thing that the grader has to say, as data: the sentence is made from it by the catalogue, which can be translated.
 */
export interface Finding {
  /** What is wrong, such as `missing-return`: the catalogue's key, and an anchor of the docs. */
  readonly code: string;
  readonly op: Topic;
  /** Where, in the learner's own text, from 1; absent where no one line is to blame. */
  readonly line?: number;
  readonly example?: Example;
  /** What came out, and what had to: a number, or a thing in words. */
  readonly seen?: number | string;
  readonly wanted?: number | string;
  /** What the sentence names besides: the operand, the factor, the name found. */
  readonly details?: Readonly<Record<string, string | number>>;
  /** The finding that this one follows from, when it would go with it: it is folded under that one. */
  readonly causedBy?: { readonly code: string; readonly op: Topic };
}

/** What came of an exercise. */
export interface Report {
  /** True when nothing is wrong; notes do not count. */
  readonly passed: boolean;
  /** What is wrong: causes first, in the order in which they are best mended; each consequence after its cause. */
  readonly findings: readonly Finding[];
  /** What is right though more could be said: a class that recurses, a set that forgets the order. */
  readonly notes: readonly Finding[];
  /** What was tried and is right. */
  readonly right: readonly Topic[];
}
