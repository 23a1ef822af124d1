import { castMethods } from "./shape-ops/cast.js";
import { chooseMethods } from "./shape-ops/choose.js";
import { classScoreMethods } from "./shape-ops/class-scores.js";
import { convMethods } from "./shape-ops/conv.js";
import { indexMethods } from "./shape-ops/index-ops.js";
import { matmulMethods } from "./shape-ops/matmul.js";
import { orderMethods } from "./shape-ops/order.js";
import { poolMethods } from "./shape-ops/pool.js";
import { reduceMethods } from "./shape-ops/reduce.js";
import { sliceMethods } from "./shape-ops/slice.js";
import { alongMethods } from "./shape-ops/softmax.js";
import { viewMethods } from "./shape-ops/view.js";
import type { TensorOps } from "./tensor-ops.js";

/** The methods that TensorOps declares. */
export const shapeMethods = {
  ...reduceMethods,
  ...viewMethods,
  ...sliceMethods,
  ...matmulMethods,
  ...indexMethods,
  ...chooseMethods,
  ...alongMethods,
  ...classScoreMethods,
  ...orderMethods,
  ...castMethods,
  ...convMethods,
  ...poolMethods,
} satisfies Record<keyof TensorOps, unknown>;
