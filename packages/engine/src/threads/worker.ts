// What runs in a worker: told once where products lie, it answers, and takes shares of them from then on.
import type { GemmFunction } from "../kernels/gemm/module.js";
import { webAssembly } from "../web-assembly.js";
import { nodeThreads } from "./node.js";
import { serve } from "./shares.js";

/** What a worker is told. */
export interface Duty {
  readonly control: Int32Array;
  /** The memory and the modules of the products, by the bytes of a number. */
  readonly memory: object;
  readonly modules: Readonly<Record<4 | 8, object>>;
  /** The address of the room that is this worker's alone. */
  readonly work: number;
}

interface Port {
  onmessage: (message: { readonly data: Duty }) => void;
  postMessage(message: unknown): void;
}

const port = (nodeThreads()?.parentPort ?? globalThis) as unknown as Port;

port.onmessage = ({ data: { control, memory, modules, work } }) => {
  const { Instance } = webAssembly();
  const product = (module: object): GemmFunction =>
    (new Instance(module, { env: { memory } }).exports as { readonly gemm: GemmFunction }).gemm;
  const products = { 4: product(modules[4]), 8: product(modules[8]) };
  port.postMessage("ready");
  serve(control, products, work);
};
