import { it } from "vitest";
import { GpuBackend } from "../../src/backend/gpu-backend.js";
import { createWebGpuRunner } from "../../src/webgpu/create.js";
import { nodeGpu } from "../../test/driver.js";
import { files, nodeFiles } from "../../test/twin/files.js";
import { underTwin } from "../../test/twin/under-twin.js";

const capped = { perKind: 1, newPerTest: 1, perTest: 100 };
const full = { perKind: 3, newPerTest: 60, perTest: 2000 };

const gpu = await nodeGpu();
if (gpu) {
  const backend = new GpuBackend(await createWebGpuRunner(gpu));
  underTwin([backend], { ...files, ...nodeFiles }, process.env.OUTGRAD_GPU_TESTS === "long" ? full : capped);
} else it("did not run: this machine has no Vulkan driver", () => {});
