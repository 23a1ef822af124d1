// What this machine has beside Node: a C compiler, Python, PyTorch, taskset; and the files they read.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workload } from "../workloads/find.mjs";

const here = fileURLToPath(new URL("..", import.meta.url));
const cache = join(here, ".cache");

/** The output of a command, or undefined when it cannot be run or fails. */
export function outputOf(command, ...args) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

const once = (make) => {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key);
  };
};

/** A workload as Python reads it: of tensors only the shapes by name, in the order of their numbers in `file`. */
function forPython(data) {
  if (Array.isArray(data.inputs) || !data.inputs) return data;
  const { inputs, trained = {} } = data;
  const file = join(cache, `${data.name}.f32`);
  const all = [...Object.values(inputs), ...Object.values(trained)].map((tensor) => tensor.data);
  writeFileSync(file, Buffer.concat(all.map(({ buffer }) => new Uint8Array(buffer))));
  const shapes = (part) => Object.fromEntries(Object.entries(part).map(([name, { shape }]) => [name, shape]));
  return { ...data, inputs: shapes(inputs), trained: shapes(trained), file };
}

/** Writes a workload where Python (JSON) or C (doubles: parameters, inputs, targets) finds it. */
const dataFile = once((key) => {
  const [name, extension] = key.split(".");
  const data = workload(name);
  mkdirSync(cache, { recursive: true });
  const path = join(cache, key);
  if (extension === "json") writeFileSync(path, JSON.stringify(forPython(data)));
  else {
    const { parameters, inputs = [], targets = [] } = data;
    writeFileSync(path, Buffer.from(Float64Array.from([...parameters, ...inputs.flat(), ...targets]).buffer));
  }
  return path;
});

const compiler = once(() => ["gcc", "cc"].find((name) => outputOf(name, "--version")));

/** The version of the C compiler, in words. */
export const compilerVersion = () => compiler() && outputOf(compiler(), "--version").split("\n")[0];

const binary = once((key) => {
  const [name, ...flags] = key.split(" ");
  const { kind, sizes, parameters, rate, l2, length, inputs } = workload(name);
  const path = join(cache, ["loops", name, ...flags].join(""));
  const size = {
    margin: `HIDDEN=${sizes?.[1]}`,
    squares: `TINY -DSAMPLES=${inputs?.length}`,
    chain: `LENGTH=${length}`,
    wide: "WIDE",
  }[kind];
  const defines = [`PARAMETERS=${parameters.length}`, `RATE=${rate}`, `L2=${l2}`, size].flatMap((d) =>
    `-D${d}`.split(" "),
  );
  mkdirSync(cache, { recursive: true });
  const all = ["-O3", ...flags, ...defines, join(here, "native/loops.c"), "-o", path, "-lm"];
  const { status, stderr } = spawnSync(compiler(), all, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${compiler()}: ${stderr.split("\n")[0]}`);
  return path;
});

const worker = join(here, "worker.mjs");

/** A module of contestants/ in a Node process of its own. */
export const node =
  (module, option, ...flags) =>
  (name) => ({
    command: process.execPath,
    args: [...flags, worker, module, name, ...(option ? [option] : [])],
  });

/** native/loops.c compiled for a workload, with -O3 and these flags. */
export const native =
  (...flags) =>
  (name) => {
    if (!compiler()) throw new Error("no C compiler (gcc or cc)");
    return { command: binary([name, ...flags].join(" ")), args: [dataFile(`${name}.bin`)] };
  };

/** The first Python 3 here, or the first that has a module; the system's own may have what the one on the path lacks. */
const interpreter = once((module) =>
  ["python3", "/usr/bin/python3"].find(
    (name) => outputOf(name, "-c", module ? `import ${module}` : "") !== undefined,
  ),
);

/** The version of Python, or of one of its modules where some Python has it. */
export function pythonVersion(module = "") {
  const found = pythonWith(module);
  if (!found) return undefined;
  return outputOf(
    found,
    "-c",
    module
      ? `import ${module} as m; print(m.__version__)`
      : "import platform; print(platform.python_version())",
  );
}

/** The file that PyTorch's products come from, where the system tells; on Debian one name may stand for several. */
export function blasOfTorch() {
  const found = pythonWith("torch");
  const code = `
import os, torch
maps = {line.split()[-1] for line in open("/proc/self/maps")}
print(*sorted(os.path.realpath(path) for path in maps if "blas" in os.path.basename(path)))`;
  return found && process.platform === "linux" ? outputOf(found, "-c", code) || undefined : undefined;
}

/** A Python 3 with this module, or undefined. */
export function pythonWith(module = "") {
  return interpreter(module);
}

/** A module of python/ in a Python process of its own. */
export const python =
  (file, module = "") =>
  (name) => {
    const command = pythonWith(module);
    if (!command) throw new Error(module ? `no python3 with ${module}` : "no python3");
    return {
      command,
      args: ["-B", join(here, "python/worker.py"), file, dataFile(`${name}.json`)],
      env: { OMP_NUM_THREADS: "1" },
    };
  };

/** The core that every contestant is pinned to, or undefined where there is no taskset. */
export const core = once(() => {
  const last = outputOf("nproc");
  return outputOf("taskset", "--version") && last ? String(Number(last) - 1) : undefined;
});
