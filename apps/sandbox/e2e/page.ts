import { openSandbox } from "../src/index.js";

Object.assign(window, { sandbox: openSandbox() });
