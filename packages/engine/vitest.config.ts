import { unitTests } from "../../tools/vitest.ts";

export default unitTests("engine", { isolate: true });
