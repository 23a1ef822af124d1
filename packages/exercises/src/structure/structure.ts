/** A function of a text: a method of a class, or one inside another function. Lines count from 1. */
export interface FunctionShape {
  readonly name: string;
  /** The line of its name. */
  readonly line: number;
  readonly lastLine: number;
  /** The names of its parameters, without `self`. */
  readonly parameters: readonly string[];
  /** Whether a `return` with a value is in it, outside inner functions. */
  readonly returns: boolean;
  /** Functions that are defined inside it, named or assigned to a name; nameless ones have the name "". */
  readonly inner: readonly FunctionShape[];
  /** What it calls, by the last name: `mul` for `this.mul(x)`, and for Python's `a * b`, `__mul__`. */
  readonly calls: readonly { readonly name: string; readonly line: number }[];
  /** Assignments in it, outside inner functions: `self.grad += 1.0 * out.grad`. */
  readonly assignments: readonly Assignment[];
}

export interface Assignment {
  /** As written: `self.grad`, `out._backward`, `topo`. */
  readonly target: string;
  readonly operator: "=" | "+=" | "-=" | "*=" | "/=" | "other";
  /** As written, without comments at its end. */
  readonly value: string;
  readonly line: number;
}

export interface ClassShape {
  readonly name: string;
  readonly line: number;
  readonly lastLine: number;
  /** Methods, static ones too; TypeScript's fields that hold a function count. */
  readonly methods: readonly FunctionShape[];
  /** TypeScript's fields with their initial values: `grad = 0`. */
  readonly fields: readonly Assignment[];
}

/** What a text looks like, however broken it is: nothing here says that it runs. */
export interface Structure {
  readonly classes: readonly ClassShape[];
  /** Functions at the top of the text. */
  readonly functions: readonly FunctionShape[];
  /** The first place that the grammar could not read, if any. */
  readonly mistake?: { readonly line: number; readonly column: number };
}
