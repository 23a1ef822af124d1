import { e2eTests } from "../../tools/vitest-e2e.ts";

export default e2eTests("sandbox:long", "e2e-long");
