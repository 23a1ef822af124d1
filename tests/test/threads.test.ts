import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { root } from "../src/files.ts";

const program = `
import { randn } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { setNumThreads } from "@outgrad/engine/threads";

const numbers = random(1);
const [a, b] = [randn([300, 200], numbers), randn([200, 150], numbers)];
const one = a.matmul(b).data;
const { threads, why } = await setNumThreads(2);
let handedOut = 0;
const { notify } = Atomics;
Atomics.notify = (...args) => {
  handedOut++;
  return notify(...args);
};
const two = a.matmul(b).data;
console.log(threads, why, handedOut > 0, one.every((x, i) => Object.is(x, two[i])));
`;

it("setNumThreads(2) of the built package shares products in Node, and the process ends by itself", async () => {
  const options = { cwd: join(root, "tests"), timeout: 60_000 };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", program],
    options,
  );
  expect(stdout).toBe("2 null true true\n");
});
