import { oneOf, readFields, type ValuesOf, writeFields } from "../state/fields.ts";

export const kernelNames = ["matmul", "tanh", "softmax"] as const;
export type KernelName = (typeof kernelNames)[number];
export const ways = ["auto", "webgpu", "webgl2"] as const;

/** The sides of the square matrices. */
export const sizes = [64, 128, 256, 512, 1024, 2048] as const;

const fields = { kernel: oneOf(kernelNames, "matmul"), prefer: oneOf(ways, "auto") };

/** What is measured: which kernel, and on which way to the GPU. */
export type Config = Readonly<ValuesOf<typeof fields>>;

export const readConfig = (query: URLSearchParams): Config => readFields(fields, query);
export const writeConfig = (config: Config): URLSearchParams => writeFields(fields, config);
