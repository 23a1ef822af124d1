// A training step of a small net as one kernel over a batch, beside `compile` sample after sample, on the machine's own WebGPU
// or a software driver: `node bench/gpu-graph.mjs [--net 3-4-4-1] [--samples 100,1000,10000,100000] [--rounds 5]`.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { vulkanDriver } from "../tools/vulkan.mjs";
import { three, time } from "./lib/format.mjs";
import { median } from "./lib/record.mjs";

const { values } = parseArgs({
  options: {
    net: { type: "string", default: "3-4-4-1" },
    samples: { type: "string", default: "100,1000,10000,100000" },
    rounds: { type: "string", default: "5" },
    child: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);

if (values.child) await race();
else {
  // The driver has to be in the environment when the process starts.
  const args = [fileURLToPath(import.meta.url), "--child", ...process.argv.slice(2)];
  const env = { ...process.env, ...vulkanDriver().env };
  const child = spawn(process.execPath, args, { env, stdio: "inherit" });
  child.on("close", (status) => {
    process.exitCode = status ?? 1;
  });
}

async function race() {
  const { adapterName, onCpu } = await import("./gpu/navigator.mjs");
  const load = (name) => import(new URL(`../packages/${name}/dist/node/index.js`, import.meta.url).href);
  const [{ compile, tensor }, { MLP }, { compileOnGpu, createBackend }] = await Promise.all(
    ["engine", "nn", "gpu"].map(load),
  );
  const backend = await createBackend({ prefer: "webgpu" });
  const [width, ...layers] = values.net.split("-").map(Number);
  const net = new MLP(width, layers, { activation: "tanh", seed: 1 });
  const loss = (x, y) => net.forward(x)[0].sub(y).square();

  /** Microseconds: of all threads where the driver is a program on the CPU, else of the clock. */
  const now = () => {
    const { user, system } = process.cpuUsage();
    return onCpu ? user + system : performance.now() * 1000;
  };
  const timed = async (task) => {
    const before = now();
    await task();
    return now() - before;
  };

  const onGpu = compileOnGpu(loss, { backend });
  const onOneSample = {
    wasm: compile(loss, { target: "wasm" }),
    vector: compile(loss, { target: "vector" }),
  };
  const one = backend.runner.upload(Float32Array.of(1));
  const clock = onCpu ? "CPU time" : "time";
  console.log(`${adapterName}; MLP ${values.net}, ${net.parameters().length} parameters; ${clock} of a step`);
  for (const samples of values.samples.split(",").map(Number)) {
    const rows = Array.from({ length: samples }, (_, i) =>
      Float64Array.from({ length: width }, (_, j) => Math.fround(Math.abs((i * 7 + j * 13) % 97) / 48.5 - 1)),
    );
    const labels = Float32Array.from(rows, (row) => (row[0] > 0 ? 0.9 : -0.9));
    const [x, y] = [tensor(rows.map((row) => Array.from(row))), tensor(labels)];
    const there = [x.to(backend), y.to(backend)];
    const losses = onGpu.value(...there);
    const numbers = new Float32Array(samples * width);
    const oneByOne = (compiled) => () => {
      for (let i = 0; i < samples; i++) compiled.step(rows[i], labels[i]);
    };
    const tasks = {
      gpu: () => onGpu.step(...there),
      wasm: oneByOne(onOneSample.wasm),
      vector: oneByOne(onOneSample.vector),
      upload: async () => {
        const buffer = backend.runner.upload(numbers);
        await backend.runner.read(one);
        backend.runner.free(buffer);
      },
      readback: () => backend.runner.read(backend.bufferOf(losses.numbers)),
    };
    const found = {};
    for (const [name, task] of Object.entries(tasks)) {
      const first = await timed(task);
      found[name] = { first, times: [] };
    }
    for (let round = 0; round < rounds; round++)
      for (const [name, task] of Object.entries(tasks)) found[name].times.push(await timed(task));
    const of = (name) => median(found[name].times);
    console.log(
      `${samples} samples: ${three((samples / of("gpu")) * 1e6)} samples a second; ` +
        `${three(of("wasm") / of("gpu"))} times wasm, ${three(of("vector") / of("gpu"))} times vector; ` +
        `step ${time(of("gpu"))}, first ${time(found.gpu.first)}; upload ${time(of("upload"))}, readback ${time(of("readback"))}`,
    );
  }
  process.exit(0);
}
