import { randn } from "@outgrad/engine";
import { random } from "@outgrad/engine/random";
import { setNumThreads } from "@outgrad/engine/threads";

const numbers = random(1);
const pairs = ["float32", "float64"].map((dtype) => [
  randn([300, 200], numbers, { dtype }),
  randn([200, 150], numbers, { dtype }),
]);
const products = () => pairs.flatMap(([a, b]) => [...a.matmul(b).data]);
const one = products();

const inUse = await setNumThreads(2);
const { threads, why } = inUse;
// What this thread takes of the shares, two for each product; the worker takes the others.
let mine = 0;
const { compareExchange } = Atomics;
Atomics.compareExchange = (array, index, wanted, value) => {
  const found = compareExchange(array, index, wanted, value);
  if (found === wanted) mine++;
  return found;
};
let isSame = true;
let shares = 0;
while (isSame && shares < 4000 && mine === shares) {
  const two = products();
  isSame = one.every((x, i) => Object.is(x, two[i]));
  if (threads > 1) shares += 2 * pairs.length;
  else break;
}
globalThis.found = { threads, why, isSame, isHelped: mine < shares, isStill: inUse.threads === threads };
