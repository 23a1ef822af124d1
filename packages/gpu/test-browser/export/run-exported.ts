import { compile, type Value } from "@outgrad/engine";
import { type ExportedProgram, toGlsl, toWgsl } from "@outgrad/engine/export";

/** How the tests of ops run expressions over columns on each driver: a test's helper is no part of a package. */
interface Drivers {
  readonly drivers: readonly (readonly [
    name: string,
    language: string,
    run: (
      functions: string,
      expressions: readonly string[],
      names: readonly string[],
      columns: readonly Float32Array[],
    ) => Promise<Float32Array[]>,
  ])[];
}

const [load] = Object.values(import.meta.glob<Drivers>("../../../ops/test-browser/gpu/drivers.ts"));
const { drivers } = await (load as () => Promise<Drivers>)();

/** The value and every number of the gradient, each as an expression of the numbers p0, p1, ... */
function expressionsOf(
  program: ExportedProgram,
  isWgsl: boolean,
): { functions: string; names: string[]; texts: string[] } {
  const sizes = program.inputs.map(({ size }) => size ?? 1);
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const names = Array.from({ length: count }, (_, i) => `p${i}`);
  let next = 0;
  const args = program.inputs.map(({ size }) => {
    const own = names.slice(next, next + (size ?? 1)).join(", ");
    next += size ?? 1;
    if (size === null) return own;
    return isWgsl ? `array<f32, ${size}>(${own})` : `float[${size}](${own})`;
  });
  const grads = program.inputs.map(({ size }, i) => {
    if (isWgsl) return `  var g${i}: ${size === null ? "f32" : `array<f32, ${size}>`};`;
    return `  float g${i}${size === null ? "" : `[${size}]`};`;
  });
  const found = program.inputs.flatMap(({ size }, i) =>
    size === null ? [`g${i}`] : Array.from({ length: size }, (_, k) => `g${i}[${k}]`),
  );
  const places = program.inputs.map((_, i) => `${isWgsl ? "&" : ""}g${i}`);
  const call = `${program.gradientName}(${[...args, ...places].join(", ")})`;
  const functions = ["y", ...found].map((result, k) => {
    const head = isWgsl
      ? `fn at_${k}(${names.map((name) => `${name}: f32`).join(", ")}) -> f32`
      : `float at_${k}(${names.map((name) => `float ${name}`).join(", ")})`;
    return `${head} {\n${grads.join("\n")}\n  ${isWgsl ? "let" : "float"} y = ${call};\n  return ${result};\n}\n`;
  });
  const texts = functions.map((_, k) => `at_${k}(${names.join(", ")})`);
  return { functions: program.text + functions.join(""), names, texts };
}

/** The languages of GPUs, and what runs them here. */
export const gpuLanguages = drivers.map(([driver, language, run]) => {
  const isWgsl = language === "wgsl";
  const print = isWgsl ? toWgsl : toGlsl;
  return {
    name: `${print.name} on ${driver}`,
    /** Where the value and the gradient of f are not those of the CPU, for rows of its one list of numbers. */
    async mistakes(f: (x: Value[]) => Value, rows: readonly (readonly number[])[], tolerance: number) {
      const columns = (rows[0] as number[]).map((_, k) => Float32Array.from(rows, (row) => row[k] as number));
      const program = print(f, { args: [rows[0]], gradient: true });
      const { functions, names, texts } = expressionsOf(program, isWgsl);
      const found: Float32Array[] = [];
      // Drivers draw into four textures at once.
      for (let k = 0; k < texts.length; k += 4) {
        found.push(...(await run(functions, texts.slice(k, k + 4), names, columns)));
      }
      const compiled = compile(f, { target: "replay" });
      return rows.flatMap((_, i) => {
        const row = columns.map((column) => column[i] as number);
        const [value, gradient] = compiled.valueAndGradient(row) as [number, number[]];
        return [value, ...gradient].flatMap((number, k) => {
          const wanted = Math.fround(number);
          const given = (found[k] as Float32Array)[i] as number;
          const isRight =
            Object.is(given, wanted) || Math.abs(given - wanted) <= tolerance * (1 + Math.abs(wanted));
          return isRight ? [] : [`number ${k} of [${row.join(", ")}] is ${given}, not ${wanted}`];
        });
      });
    },
  };
});
