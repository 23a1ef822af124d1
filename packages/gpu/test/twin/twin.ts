import { type Backend, cpu } from "@outgrad/engine/backend";
import { type Call, elementwiseCall, shapeCall } from "./question.js";

/** The CPU, which also tells what it is asked. */
export const twin = (tell: (call: Call) => void): Backend => ({
  ...cpu,
  elementwise(code, shape, params, a, b) {
    tell(elementwiseCall({ code, partial: undefined }, shape, params, b ? [a, b] : [a]));
    return cpu.elementwise(code, shape, params, a, b);
  },
  partial(code, partial, shape, params, g, reads) {
    tell(elementwiseCall({ code, partial }, shape, params, [g, ...reads]));
    return cpu.partial(code, partial, shape, params, g, reads);
  },
  run(name, inputs, shape, options) {
    tell(shapeCall(name, inputs, shape, options));
    return cpu.run(name, inputs, shape, options);
  },
});
