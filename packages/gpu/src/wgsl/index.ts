export { type Attention, attentionPlan } from "./attention.js";
export { type Matrix, matmulPlan, type Product, suitsTiles } from "./matmul.js";
export type { WgslPlan, WgslProgram } from "./program.js";
export { type Blocks, reducePlan } from "./reduce.js";

export { rowsPlan } from "./rows.js";
