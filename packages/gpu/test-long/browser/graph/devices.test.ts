import { createGpuJsRunner } from "../../../src/gpujs/create.js";
import { createWebGpuRunner } from "../../../src/webgpu/create.js";
import { graphsOnDevice } from "../../../test/graph/on-device.js";

graphsOnDevice("WebGL2 through gpu.js", () => createGpuJsRunner("webgl2"));
graphsOnDevice("WebGPU in a browser", () => createWebGpuRunner());
