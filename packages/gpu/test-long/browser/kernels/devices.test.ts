import { createGpuJsRunner } from "../../../src/gpujs/create.js";
import { createWebGpuRunner } from "../../../src/webgpu/create.js";
import { onDevice } from "../../../test/kernels/on-device.js";

onDevice("WebGL2 through gpu.js", await createGpuJsRunner("webgl2"));
onDevice("WebGPU in a browser", await createWebGpuRunner());
