import "@outgrad/engine";
import { GpuBackend } from "../../src/backend/gpu-backend.js";
import { createWebGpuRunner } from "../../src/webgpu/create.js";
import { files } from "../../test/twin/files.js";
import { underTwin } from "../../test/twin/under-twin.js";

underTwin(new GpuBackend(await createWebGpuRunner()), files, { perKind: 1, newPerTest: 1, perTest: 100 });
