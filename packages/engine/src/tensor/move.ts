import { type Backend, checkBackend, lookEverywhere } from "./backend.js";
import { cpu } from "./cpu.js";
import { homeOf } from "./home.js";
import type { Rule } from "./rule.js";
import { dense, type Strided } from "./strided.js";
import { Tensor } from "./tensor.js";

/** A gradient stays where it was computed. */
const moved: Rule = { name: "to", vjp: (_node, g) => g };

/** The same numbers where a backend keeps its own. */
export function moveTo(x: Tensor, backend: Backend): Tensor {
  checkBackend("Tensor.to", backend);
  const from = x.numbers;
  const home = homeOf(from);
  if ((home ?? cpu) === backend) return x;
  const here = home ? dense(home.numbers(from), from.dtype, from.shape) : from;
  const there: Strided = backend.put?.(here) ?? here;
  if (there === from) return x;
  lookEverywhere();
  return x.needsGrad ? new Tensor(there, true, moved, [x], [from]) : new Tensor(there);
}
