import { tensor } from "@outgrad/engine";
import { expect, test } from "vitest";
import { EMA, readNumbers } from "../../src/index.js";
import { dtype, numbers } from "./numbers.js";
import { remote } from "./remote.js";

test("EMA there averages as here, bit for bit, and gives averages and weights back without reading", async () => {
  const far = remote();
  const rows = [0, 1, 2, 3].map((seed) => numbers([3], seed));
  const [here, there] = [tensor([0, 0, 0], { dtype }), tensor([0, 0, 0], { dtype }).to(far).detach()];
  const [one, two] = [new EMA([here], { decay: 0.7 }), new EMA([there], { decay: 0.7 })];
  for (const row of rows) {
    here.data = row.data;
    there.data = row.to(far);
    one.update();
    two.update();
  }
  expect(() => two.state()).toThrow("EMA.state: the numbers of an average are on remote");
  const average = await two.use(() => there.read());
  expect(average).toEqual(one.use(() => here.data.slice()));
  expect(await there.read()).toEqual(here.data);
  await readNumbers(two);
  expect(two.state()).toEqual(one.state());
  const [three, four] = [new EMA([there]), new EMA([here])];
  three.load(two.state());
  four.load(two.state());
  for (const each of [one, three, four]) each.update();
  await readNumbers(three);
  expect(three.state()).toEqual(one.state());
  expect(four.state()).toEqual(one.state());
  three.apply();
  expect(await there.read()).toEqual(one.state().averages[0]);
});
