import type { Machine } from "./machine.js";
import { typescriptProgram } from "./program-typescript.js";
import { typescriptSubject } from "./typescript.js";

/**
 * Runs texts of TypeScript in this realm, with all that this realm may do: for a worker of a sandboxed page or a process
 * that may be ended.
 */
export const typescript: Machine = {
  language: "typescript",
  subject: typescriptSubject,
  program: typescriptProgram,
};
