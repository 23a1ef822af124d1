import { blank } from "../src/digits/bitmap.ts";
import { writeBitmap } from "../src/digits/bitmap-text.ts";
import { initialConfig as digits } from "../src/digits/config.ts";
import { startOf, writePlay } from "../src/playground/address.ts";
import { presets } from "../src/playground/presets/index.ts";
import { initialConfig, writeConfig } from "../src/train/config.ts";

/** Addresses with much in them, of every screen. */
export const links: readonly string[] = [
  "",
  "#play",
  ...presets.map((preset) => `#play?${writePlay({ ...startOf(preset), passes: 2, exponent: -3 })}`),
  "#play?in=typescript&ts=export+default+1&at=l0.n1.w2:0.5,b:-1e-3&step=4&order=recursive&predict=yes&leaf=a&across=a&up=b",
  `#train?${writeConfig({ ...initialConfig("own"), lr: 0.01, layers: [8, 4, 2], activations: ["tanh", "relu"], bug: "wrongSign" })}`,
  "#train?data=own&points=0.5_0.25_1*-1_2e-3_0&n=30&noise=0.2&schedule=cosine&loss=crossEntropy&path=wasm&lesson=zeroInit",
  `#digits?ink=${writeBitmap(blank)}&test=7&fit=no&right=-3&down=4&noise=0.25&target=9&net=conv&epochs=${digits("conv").epochs}`,
  "#check?kind=op&op=tanh&x=1,-2.5,3e-4&of=2&seed=9&sort=ridders&by=median&find=ta&code=export+const+f",
  "#exercises?id=add-mul&lang=py",
  "#gpu?kernel=softmax&prefer=webgl2",
  "#speed?program=arm&size=20",
];

/** The links of the docs to the demo are like these. */
export const docsLinks: readonly string[] = [
  "#play?e=b%3Da%2Ba%3Bc%3Db%2B1%3By%3Db",
  "#play?e=e%3Da",
  "#exercises?id=analytic-gradient",
];
