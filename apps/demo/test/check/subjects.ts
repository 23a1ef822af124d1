import * as engine from "@outgrad/engine";
import * as intrinsics from "@outgrad/ops/intrinsics";
import { transform } from "sucrase";
import { readSubject, type Source, type Subject } from "../../src/check/inside/subject.ts";

const modules: Readonly<Record<string, unknown>> = {
  "@outgrad/engine": engine,
  "@outgrad/ops/intrinsics": intrinsics,
};

/** What a file exports, as the sandbox reads it. */
export function exportsOf(code: string): Source {
  const exports: Source = {};
  const js = transform(code, { transforms: ["typescript", "imports"] }).code;
  new Function("exports", "require", js)(exports, (name: string) => modules[name]);
  return exports;
}

/** A file's function, read. */
export const subjectOf = (code: string): Subject => readSubject(exportsOf(code));
