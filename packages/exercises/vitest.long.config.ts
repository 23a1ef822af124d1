import { unitTests } from "../../tools/vitest.ts";

export default unitTests("exercises:long", { folder: "test-long" });
