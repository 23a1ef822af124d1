import type { Tracing, tensorTracing } from "../tensor/compile/tracing.js";
import type { CompileOptions } from "./compile.js";
import type { Form } from "./form.js";
import { record } from "./record.js";
import type { Rule } from "./update.js";
import { ValueForm } from "./value-form.js";

let tensors: typeof tensorTracing | undefined;

/** Told by the class of tensors: a page without it need not load what records them. */
export function addTensorTracing(tracing: typeof tensorTracing): void {
  tensors = tracing;
}

/** Records a function of Values or of Tensors for one shape of arguments. */
export function formOf(
  f: (...args: never[]) => unknown,
  args: readonly unknown[],
  options: CompileOptions,
  rule?: Rule,
): Form {
  if (tensors?.takes(args)) return tensors.form(tensors.begin(), f, args, options, rule);
  // Whether a function without arguments is about Tensors shows only when it returns.
  const tracing: Tracing | undefined = tensors?.begin();
  const watched = tracing ? (...own: never[]) => tracing.goOn(() => f(...own)) : f;
  const found = record(watched, args);
  if ("tensor" in found) {
    return (tensors as typeof tensorTracing).found(tracing as Tracing, found.tensor, options, rule);
  }
  return new ValueForm(found, options, rule);
}
