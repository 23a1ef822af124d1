import type { CastMethods } from "./shape-ops/cast.js";
import type { ChooseMethods } from "./shape-ops/choose.js";
import type { ClassScoreMethods } from "./shape-ops/class-scores.js";
import type { ConvMethods } from "./shape-ops/conv.js";
import type { IndexMethods } from "./shape-ops/index-ops.js";
import type { MatmulMethods } from "./shape-ops/matmul.js";
import type { OrderMethods } from "./shape-ops/order.js";
import type { PoolMethods } from "./shape-ops/pool.js";
import type { ReduceMethods } from "./shape-ops/reduce.js";
import type { SliceMethods } from "./shape-ops/slice.js";
import type { AlongMethods } from "./shape-ops/softmax.js";
import type { ViewMethods } from "./shape-ops/view.js";

/** What a Tensor can do beside the elementwise ops: a family each, written by hand, which gradient rules use too. */
export interface TensorOps
  extends ReduceMethods,
    ViewMethods,
    SliceMethods,
    MatmulMethods,
    IndexMethods,
    ChooseMethods,
    AlongMethods,
    ClassScoreMethods,
    OrderMethods,
    CastMethods,
    ConvMethods,
    PoolMethods {}
