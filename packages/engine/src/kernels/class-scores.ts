import type { Indices } from "../tensor/indices.js";
import { allocate } from "../tensor/memory.js";
import type { Shape } from "../tensor/shape.js";
import { dense, type Strided } from "../tensor/strided.js";
import { along } from "./blocks.js";
import { eachColumn, functionsOf, momentsOf, runColumns } from "./softmax.js";

interface Along {
  readonly dim: number;
  readonly index: Indices;
}

/** log(softmax(x)) at one index of each column, and its gradient: nothing is stored for the others. */
export const classScoreKernels = {
  logSoftmaxAt([x]: readonly Strided[], shape: Shape, { dim, index }: Along): Strided {
    const blocks = along(x as Strided, dim);
    const { data, inner, outer } = blocks;
    const out = allocate((x as Strided).dtype, outer * inner);
    const moments = momentsOf(blocks);
    const { log } = functionsOf(out);
    eachColumn(blocks, (from, column) => {
      const at = data[from + (index.data[column] as number) * inner] as number;
      const [shift, sum] = [moments[2 * column] as number, moments[2 * column + 1] as number];
      out[column] = at - shift - log(sum);
    });
    return dense(out, (x as Strided).dtype, shape);
  },
  logSoftmaxAtGradient([g, x]: readonly Strided[], shape: Shape, { dim, index }: Along): Strided {
    const blocks = along(x as Strided, dim);
    const { at: start, inner } = blocks;
    const { dtype, size } = x as Strided;
    const { data: gs, at: firstOfG } = along(g as Strided, 0);
    const out = allocate(dtype, size);
    const slots = new Float64Array(2 * blocks.outer * inner);
    eachColumn(blocks, (_, column) => {
      slots[2 * column] = 0 - (gs[firstOfG + column] as number);
    });
    runColumns("scaledSoftmax", blocks, out, slots);
    eachColumn(blocks, (from, column) => {
      const target = from - start + (index.data[column] as number) * inner;
      out[target] = (out[target] as number) + (gs[firstOfG + column] as number);
    });
    return dense(out, dtype, shape, x as Strided);
  },
};
