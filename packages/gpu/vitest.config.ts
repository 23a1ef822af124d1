import { unitTests } from "../../tools/vitest.ts";
import { vulkanDriver } from "../../tools/vulkan.mjs";

export default unitTests("gpu", vulkanDriver());
