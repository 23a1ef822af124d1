import { unitTests } from "../../tools/vitest.ts";

export default unitTests("engine:long", { folder: "test-long" });
