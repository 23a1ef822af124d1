import { zeros } from "@outgrad/engine";
import { exportOnnx } from "@outgrad/nn/onnx";
import { sizesOf } from "../net/sizes.ts";
import { trainedNetwork } from "./trained-network.ts";
import type { Trained } from "./weights.ts";

/** The trained network as an ONNX file in float32: any number of points in, their scores out. */
export const asOnnx = (trained: Trained): Uint8Array<ArrayBuffer> =>
  new Uint8Array(exportOnnx(trainedNetwork(trained), zeros([1, sizesOf(trained.config)[0] as number])));
