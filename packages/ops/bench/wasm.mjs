// Time of each op of the table in WebAssembly as a part of the time in JavaScript, over the op's domain: a number at a
// time, in lanes with the intrinsics called, and in lanes with the intrinsics written in place. Rounds are interleaved, and
// the median ratio is printed: node bench/wasm.mjs [names], after a build.
import { allOps, toJs } from "../dist/index.js";
import * as intrinsics from "../dist/intrinsics.js";
import { Code, FormulaPrinter, imports, WasmModule } from "../dist/wasm/index.js";

const size = 4096;
const rounds = 41;
const only = process.argv.slice(2);

/** A loop of `run(count)` that stores the formula's value for every number of the columns. */
function inWasm(formula, names, memory, shape, inlined) {
  const module = new WasmModule(1);
  const printer = new FormulaPrinter(module, shape, inlined);
  const code = new Code();
  const at = code.local("i32");
  const values = names.map(() => code.local(printer.type));
  code.loop();
  values.forEach((value, i) => {
    code.localGet(at);
    if (shape === "f64") code.f64Load(8 * size * i);
    else code.v128Load(8 * size * i);
    code.localSet(value);
  });
  code.localGet(at);
  printer.print(formula, code, (name) => code.localGet(values[names.indexOf(name)]));
  if (shape === "f64") code.f64Store(8 * size * names.length);
  else code.v128Store(8 * size * names.length);
  code
    .localGet(at)
    .i32Const(shape === "f64" ? 8 : 16)
    .i32Add()
    .localTee(at);
  code
    .i32Const(8 * size)
    .i32LtU()
    .brIf(0)
    .end();
  module.addFunction(code, [], "run");
  const compiled = new WebAssembly.Module(module.bytes());
  return new WebAssembly.Instance(compiled, { env: { memory, ...imports } }).exports.run;
}

/** The same in JavaScript, as text of its own, so that each is compiled for its formula. */
function inJs(formula, names, memory) {
  const columns = names.map((_, i) => new Float64Array(memory.buffer, 8 * size * i, size));
  const out = new Float64Array(memory.buffer, 8 * size * names.length, size);
  const called = Object.keys(intrinsics);
  const text = toJs(formula, { name: (name) => `${name}_[i]`, call: (name) => `f.${name}` });
  const body = `for (let i = 0; i < ${size}; i++) out[i] = ${text.replace(/f\.(\w+)\(/g, "$1(")};`;
  const parameters = names.map((name) => `${name}_`);
  return new Function(`{ ${called} }`, ...parameters, "out", `return () => { ${body} }`)(
    intrinsics,
    ...columns,
    out,
  );
}

function nanoseconds(run) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < 10; i++) run();
  return Number(process.hrtime.bigint() - start) / (10 * size);
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

console.log("op           JavaScript   one number     in lanes     in place");
for (const op of allOps()) {
  if (only.length > 0 && !only.includes(op.name)) continue;
  const names = [...op.args, ...Object.keys(op.params)];
  const memory = new WebAssembly.Memory({ initial: 16 });
  names.forEach((name, i) => {
    const [low, high] = op.domain[i] ?? [op.params[name], op.params[name]];
    const column = new Float64Array(memory.buffer, 8 * size * i, size);
    for (let k = 0; k < size; k++) column[k] = low === high ? low : low + (high - low) * Math.random();
  });
  const js = inJs(op.formula, names, memory);
  const scalar = inWasm(op.formula, names, memory, "f64");
  const lanes = inWasm(op.formula, names, memory, "f64x2");
  const inPlace = inWasm(op.formula, names, memory, "f64x2", 400);
  const times = [];
  for (let round = 0; round < rounds; round++) times.push([js, scalar, lanes, inPlace].map(nanoseconds));
  const base = median(times.map(([a]) => a));
  const ratios = [1, 2, 3].map((i) => median(times.map((row) => row[i] / row[0])));
  const cells = [`${base.toFixed(1)} ns`, ...ratios.map((ratio) => `${ratio.toFixed(2)} x`)];
  console.log(op.name.padEnd(10), ...cells.map((cell) => cell.padStart(12)));
}
