import "@outgrad/engine";
import { GpuBackend } from "../../src/backend/gpu-backend.js";
import { createGpuJsRunner } from "../../src/gpujs/create.js";
import { files } from "../../test/twin/files.js";
import { underTwin } from "../../test/twin/under-twin.js";

underTwin(new GpuBackend(await createGpuJsRunner("webgl2")), files, {
  perKind: 1,
  newPerTest: 1,
  perTest: 100,
});
