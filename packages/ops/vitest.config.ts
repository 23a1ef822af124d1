import { unitTests } from "../../tools/vitest.ts";

export default unitTests("ops", { isolate: true });
