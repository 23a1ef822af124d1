import { createWebGpuRunner } from "../../../src/webgpu/create.js";
import { wgslOnDevice } from "../../../test/wgsl/on-device.js";

wgslOnDevice("WebGPU in a browser", await createWebGpuRunner());
