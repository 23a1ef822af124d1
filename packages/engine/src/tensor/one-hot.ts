import { checkOptions } from "../options.js";
import { getDefaultDtype } from "./backend.js";
import { arange } from "./create.js";
import { checkDtype, type DType } from "./dtype.js";
import { checkIndices, type IndexLike, readIndices } from "./indices.js";
import { allocateAlone } from "./memory.js";
import { checkShape, sizeOf } from "./shape.js";
import { dense } from "./strided.js";
import { Tensor } from "./tensor.js";
import { everyRun } from "./tracer.js";

/**
 * For indices of any shape, zeros with one more dim of size `classes`, and a 1 in it at each index. No gradient.
 *
 * @example
 * oneHot([2, 0], 3).toArray() // => [[0, 0, 1], [1, 0, 0]]
 */
export function oneHot(index: IndexLike, classes: number, options: { readonly dtype?: DType } = {}): Tensor {
  checkOptions("oneHot", options, ["dtype"]);
  const dtype = checkDtype("oneHot", options.dtype ?? getDefaultDtype());
  const found = readIndices("oneHot", index);
  const shape = checkShape("oneHot", [...found.shape, classes]);
  checkIndices("oneHot", found, classes, shape.length - 1);
  if (found.numbers) return arange(classes, { dtype }).eq((index as Tensor).detach().unsqueeze(-1));
  const data = allocateAlone(dtype, sizeOf(shape));
  everyRun(() => {
    data.fill(0);
    found.data.forEach((at, i) => {
      data[i * classes + at] = 1;
    });
  });
  return new Tensor(dense(data, dtype, shape));
}
