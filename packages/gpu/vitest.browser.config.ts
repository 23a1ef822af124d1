import { browserTests } from "../../tools/vitest-browser.ts";

export default browserTests("gpu");
