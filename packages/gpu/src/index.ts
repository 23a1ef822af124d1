export type { Kernel } from "./kernel/kernel.js";
