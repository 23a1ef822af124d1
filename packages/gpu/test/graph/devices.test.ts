import { createGpuJsRunner } from "../../src/gpujs/create.js";
import { graphsOnDevice } from "./on-device.js";

// On WebGPU, which takes half a minute in software, among the long tests.
graphsOnDevice("gpu.js's CPU mode", () => createGpuJsRunner("cpu"));
