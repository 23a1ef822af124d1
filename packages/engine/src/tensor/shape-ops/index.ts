import type { AnyShapeOp } from "../entry.js";
import { castOps } from "./cast.js";
import { chooseOps } from "./choose.js";
import { classScoreOps } from "./class-scores.js";
import { convOps } from "./conv.js";
import { indexOps } from "./index-ops.js";
import { joinOps } from "./join.js";
import { matmulOps } from "./matmul.js";
import { normOps } from "./norm.js";
import { orderOps } from "./order.js";
import { poolOps } from "./pool.js";
import { reduceOps } from "./reduce.js";
import { sliceOps } from "./slice.js";
import { alongOps } from "./softmax.js";
import { viewOps } from "./view.js";

/** The table of ops on shapes: for each its shape rule, its gradients, and samples to check them on. */
export const shapeOps = {
  ...reduceOps,
  ...viewOps,
  ...sliceOps,
  ...joinOps,
  ...matmulOps,
  ...indexOps,
  ...chooseOps,
  ...alongOps,
  ...classScoreOps,
  ...orderOps,
  ...castOps,
  ...convOps,
  ...poolOps,
  ...normOps,
};

/** The same by name, whatever the options: to check every op of it somewhere else. */
export const anyShapeOps: Readonly<Record<string, AnyShapeOp>> = shapeOps as never;

/** The name of an op on shapes. */
export type ShapeOpName = keyof typeof shapeOps;

/** The options of an op on shapes. */
export type OptionsOf<Name extends ShapeOpName> = (typeof shapeOps)[Name]["samples"][number]["options"];
