import { asFunction } from "./as-function.ts";
import { asOnnx } from "./as-onnx.ts";
import { asProgram } from "./as-program.ts";
import { asPytorch } from "./as-pytorch.ts";
import { asSafetensors } from "./as-safetensors.ts";
import type { Trained } from "./weights.ts";

/** One file that a run can be taken away as. */
export interface Export {
  readonly title: string;
  /** What it is good for, in a sentence. */
  readonly use: string;
  /** What the file is called. */
  readonly file: string;
  /** Its content: a program as text, or bytes. */
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** All that a run can be taken away as. */
export function exportsOf(trained: Trained): Export[] {
  const { config } = trained;
  const without =
    config.bug === "overwriteGrad" ? " Without the mistake: what it runs on adds gradients up." : "";
  const file = (end: string) => `outgrad-${config.data}${end}`;
  return [
    {
      title: "TypeScript program",
      use: `Trains the same run from its start, with outgrad's packages.${without}`,
      file: file(".ts"),
      content: asProgram(config),
    },
    {
      title: "PyTorch script",
      use: `Trains the same run from its start in float64: the same samples, first weights and order.${without}`,
      file: file(".py"),
      content: asPytorch(config),
    },
    {
      title: "Function without dependencies",
      use: "predict(x, y) with the weights of this moment, for any page or server.",
      file: file("-predict.ts"),
      content: asFunction(trained),
    },
    {
      title: "Weights as safetensors",
      use: "The weights of this moment in float64, by PyTorch's names.",
      file: file(".safetensors"),
      content: asSafetensors(trained),
    },
    {
      title: "Network as ONNX",
      use: "The network of this moment in float32, for onnxruntime and others: points in, scores out.",
      file: file(".onnx"),
      content: asOnnx(trained),
    },
  ];
}
