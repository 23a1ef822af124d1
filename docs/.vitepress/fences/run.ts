import { createRequire } from "node:module";
import ts from "typescript";

const require = createRequire(import.meta.url);

/** What a block of TypeScript exports when it runs. Its prints are left out. */
export function run(source: string): Record<string, unknown> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const exports = {};
  new Function("require", "exports", "console", outputText)(require, exports, { log() {} });
  return exports;
}
