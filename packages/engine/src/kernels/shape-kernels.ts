import type { Shape } from "../tensor/shape.js";
import type { OptionsOf, ShapeOpName } from "../tensor/shape-ops/index.js";
import type { Strided } from "../tensor/strided.js";
import { arrangeKernels } from "./arrange.js";
import { chooseKernels } from "./choose.js";
import { classScoreKernels } from "./class-scores.js";
import { convKernels } from "./conv.js";
import { indexKernels } from "./indexing.js";
import { matmulKernels } from "./matmul.js";
import { poolKernels } from "./pool.js";
import { reduceKernels } from "./reduce.js";
import { softmaxKernels } from "./softmax.js";
import { softmaxGradientKernels } from "./softmax-gradients.js";
import { standardizeKernels } from "./standardize.js";

/** What an op on shapes does to numbers, which its shape rule has accepted: `shape` is the result's. */
export type ShapeKernel<Options> = (inputs: readonly Strided[], shape: Shape, options: Options) => Strided;

const kernels = {
  ...reduceKernels,
  ...arrangeKernels,
  ...matmulKernels,
  ...indexKernels,
  ...chooseKernels,
  ...softmaxKernels,
  ...softmaxGradientKernels,
  ...classScoreKernels,
  ...convKernels,
  ...poolKernels,
  ...standardizeKernels,
} satisfies { [Name in ShapeOpName]: ShapeKernel<OptionsOf<Name>> };

const known = new Map<string, ShapeKernel<never>>(Object.entries(kernels));

export const kernelOf = (name: string): ShapeKernel<never> => known.get(name) as ShapeKernel<never>;

/** The kernel of an op that is not in the table. */
export function addKernel(name: string, kernel: ShapeKernel<never>): void {
  known.set(name, kernel);
}
