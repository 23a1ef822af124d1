import { lift } from "../lift.js";
import { recording } from "../mode.js";
import { freshSegment, nextId, node } from "../tape.js";
import { isTensor } from "../tensor/is-tensor.js";
import { mapTree } from "../transforms/tree.js";
import { Value, value } from "../value.js";
import { type Layout, layoutOf, load, sizeOf, unload } from "./arguments.js";
import { type Program, programOf } from "./program.js";

/** What a function did when it was called once. */
export interface Recording {
  readonly program: Program;
  /** The shapes of the arguments. */
  readonly layouts: readonly Layout[];
  /** The shape of what the function returned. */
  readonly result: Layout;
}

/**
 * Calls f with leaves in place of the numbers of its arguments, and keeps what it recorded; if it returns Tensors, these.
 *
 * @throws if an argument holds something else than numbers, or the result something else than Values and numbers.
 */
export function record(
  f: (...args: never[]) => unknown,
  args: readonly unknown[],
): Recording | { readonly tensor: unknown } {
  const layouts = args.map((argument, i) => layoutOf(argument, `compile, argument ${i + 1}`));
  const from = { segment: freshSegment(), id: nextId() };
  const inputs: Value[] = [];
  const outputs: Value[] = [];
  const where = "compile, result of the function";
  let recorded = false;
  const result = recording(() => {
    const own = args.map((argument, i) => {
      const layout = layouts[i] as Layout;
      const numbers = new Float64Array(sizeOf(layout));
      load(layout, argument, numbers, 0);
      const leaves = Array.from(numbers, (number) => value(number));
      for (const leaf of leaves) inputs.push(leaf);
      return unload(layout, undefined, leaves);
    });
    const returned = (f as (...args: unknown[]) => unknown)(...own);
    if (isTensor(returned)) return { tensor: returned };
    const numbers = mapTree(returned, where, (scalar) => {
      recorded ||= scalar instanceof Value;
      outputs.push(node(lift(scalar, "compile")));
      return 0;
    });
    if (recorded) return layoutOf(numbers, where);
    throw new TypeError(
      `${where}: it is ${String(returned)}, which does not remember how it was computed; use the methods of ` +
        "Values, not .data, .grad or item(), and return a Value.",
    );
  });
  if ("tensor" in result) return result;
  return { program: programOf(outputs, inputs, from), layouts, result };
}
