import { inject } from "vitest";
import { digitsOn } from "../../../test/training/digits-on-device.js";
import { lossOf } from "../../../test/training/loss-of-device.js";
import { memoryOn } from "../../../test/training/memory-on-device.js";
import { optimizersOn } from "../../../test/training/optimizers-on-device.js";
import { webGpuDevice } from "../../../test/training/webgpu-device.js";

const { backend } = await webGpuDevice();
digitsOn(backend, inject("isLong") ? { mlp: 40 * 47, conv: 20 * 47 } : { mlp: 94, conv: 60 });
// On a device of its own: what the digits left behind is freed at any time.
memoryOn((await webGpuDevice()).backend, 1000);
optimizersOn(backend);
lossOf("WebGPU in a browser", () => webGpuDevice());
