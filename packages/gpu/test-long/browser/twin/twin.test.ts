import { GpuBackend } from "../../../src/backend/gpu-backend.js";
import { createGpuJsRunner } from "../../../src/gpujs/create.js";
import { createWebGpuRunner } from "../../../src/webgpu/create.js";
import { files } from "../../../test/twin/files.js";
import { underTwin } from "../../../test/twin/under-twin.js";

const runners = [await createWebGpuRunner(), await createGpuJsRunner("webgl2")];

underTwin(
  runners.map((runner) => new GpuBackend(runner)),
  files,
  { perKind: 1, newPerTest: 1, perTest: 100 },
);
