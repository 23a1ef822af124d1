import type { Target } from "../../../tools/fuzz/target.ts";
import { hostile, inputsOf, textOf } from "../../../tools/fuzz/text.ts";
import { readConfig as readCheck, writeConfig as writeCheck } from "../src/check/config.ts";
import { readPicture, writePicture } from "../src/digits/address.ts";
import { readConfig as readDigits, writeConfig as writeDigits } from "../src/digits/config.ts";
import { readPlace, writePlace } from "../src/exercises/config.ts";
import { readConfig as readGpu, writeConfig as writeGpu } from "../src/gpu/config.ts";
import { readPlay, writePlay } from "../src/playground/address.ts";
import { compile } from "../src/playground/compile.ts";
import { readConfig as readSpeed, writeConfig as writeSpeed } from "../src/speed/config.ts";
import { readHash, writeHash } from "../src/state/address.ts";
import { readConfig as readTrain, writeConfig as writeTrain } from "../src/train/config.ts";
import { docsLinks, links } from "./links.ts";

/** What a screen reads of an address, and the address of that. */
const screens = {
  play: (query: URLSearchParams) => {
    const state = readPlay(query);
    compile(state.text);
    return [writePlay(state)];
  },
  train: (query: URLSearchParams) => [writeTrain(readTrain(query))],
  exercises: (query: URLSearchParams) => {
    const { exercise, language = "python" } = readPlace(query);
    return exercise ? [writePlace({ exercise, language })] : [];
  },
  digits: (query: URLSearchParams) => [writePicture(readPicture(query)), writeDigits(readDigits(query))],
  check: (query: URLSearchParams) => [writeCheck(readCheck(query))],
  gpu: (query: URLSearchParams) => [writeGpu(readGpu(query))],
  speed: (query: URLSearchParams) => [writeSpeed(readSpeed(query))],
};

const written = (hash: string): string => {
  const { screen, query } = readHash(hash);
  const parts = screens[screen](query).flatMap((part) => [...part]);
  return writeHash({ screen, query: new URLSearchParams(parts) });
};

/** The address that the page would have after this one was opened; opened again it stays the same. */
function read(input: Uint8Array): unknown {
  const once = written(textOf(input));
  const twice = written(once);
  if (twice !== once) throw new Error(`${once} becomes ${twice}.`);
  return once;
}

export const target: Target = {
  share: 150_000,
  corpus: inputsOf([...links, ...docsLinks]),
  words: [
    ...hostile,
    "&",
    "=",
    "?",
    "#",
    "/",
    "+",
    "%20",
    "%2B",
    "%E2%82",
    "&e=",
    "&ts=",
    "&at=",
    "&x=",
    "&lr=",
    "&layers=",
    "&points=",
    "&ink=",
    "&data=own",
    "&net=conv",
    "&id=",
    "a:1,",
    "0_0_1*",
    "-",
    "1e-5",
    "999999",
    ...Object.keys(screens).map((name) => `#${name}?`),
  ],
  read,
  // Any address leads somewhere.
  refuses: () => false,
  // The playground's expression is computed.
  times: 3000,
  room: 1_000_000,
};
