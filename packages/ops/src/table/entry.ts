/**
 * One entry of the op table: everything that outgrad knows about an elementwise op.
 *
 * `value` is y in terms of the arguments and parameters. `partials` are the local derivatives dy/d(argument),
 * one per argument, in terms of the arguments, the parameters and y. They are texts in the formula language,
 * so that every target (JavaScript, complex numbers, TeX, Wasm, GPU) prints the same mathematics.
 */
export interface OpDef {
  /** What it is, for people: the methods' and functions' documentation, and the reference page. */
  readonly doc: string;
  /** The names of the differentiable arguments: one or two. */
  readonly args: readonly string[];
  /** Slopes, bounds and the like: numbers that no gradient reaches, with their defaults. */
  readonly params?: Readonly<Record<string, number>>;
  readonly value: string;
  readonly partials: readonly string[];
  /** Text inside the graph's node; the op's name if absent. */
  readonly label?: string;
  /** Where checks sample each argument, [low, high]; [-3, 3] if absent. */
  readonly domain?: readonly (readonly [low: number, high: number])[];
  /** Measured error bounds over the domain, in ulp: of the value, then of each partial. */
  readonly ulp?: readonly number[];
  /** Formulas that are zero where y is not differentiable; checks keep away from there. */
  readonly kinks?: readonly string[];
}
