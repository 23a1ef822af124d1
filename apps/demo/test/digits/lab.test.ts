import { describe, expect, it } from "vitest";
import { type Config, initialConfig } from "../../src/digits/config.ts";
import { loadData } from "../../src/digits/data.ts";
import { Lab } from "../../src/digits/lab.ts";
import type { Report } from "../../src/digits/report.ts";
import { Training } from "../../src/digits/training.ts";
import type { Measurement } from "../../src/lab/score.ts";

const data = loadData();
const short: Config = { ...initialConfig("mlp"), epochs: 2, batch: 100 };
const view = { picture: data.test.images.slice(0, 64), target: 3 };
const breath = () => new Promise((resolve) => setTimeout(resolve, 1));

/** Asks for reports until nothing more can come, or as long as `goesOn` says; adds what was measured to `history`. */
async function reports(
  lab: Lab,
  { history = [] as Measurement[], goesOn = (_: Report): boolean => true } = {},
): Promise<Report[]> {
  const all: Report[] = [];
  do {
    await breath();
    const report = lab.report(history.length);
    history.push(...report.measurements);
    all.push(report);
    if (!goesOn(report)) break;
  } while (!all.at(-1)?.idle);
  return all;
}

/** The numbers of a network that was trained without anybody watching. */
async function unwatched(config: Config) {
  const training = new Training(config, data);
  await training.run(async () => {});
  return training.history;
}

describe("Lab", () => {
  it("open(config) tells what there is, and shows the untrained network", async () => {
    const lab = new Lab();
    const opened = lab.open(short);
    lab.look(view);
    expect(opened).toMatchObject({ weights: 65 * 128 + 129 * 64 + 65 * 10, stepsPerEpoch: 15 });
    expect(opened.images).toEqual(data.test.images);
    const all = await reports(lab);
    expect(all.flatMap(({ measurements }) => measurements).map(({ epoch }) => epoch)).toEqual([0]);
    expect(all.flatMap(({ exam }) => exam ?? [])[0]?.probabilities).toHaveLength(2970);
    expect(all.flatMap(({ seen }) => seen ?? []).at(-1)?.view).toEqual(view);
    expect(all.flatMap(({ inside }) => inside ?? []).at(-1)?.weights.count).toBe(128);
  });

  it("play() trains to the end, as if nobody had looked", async () => {
    const lab = new Lab();
    lab.open(short);
    lab.look(view);
    lab.play();
    const all = await reports(lab);
    expect(all.at(-1)).toMatchObject({ done: true, playing: false, epoch: 2, step: 30 });
    expect(all.flatMap(({ measurements }) => measurements)).toEqual(await unwatched(short));
  });

  it("pause() holds the training; what follows is the same, however often it was held", async () => {
    const lab = new Lab();
    lab.open(short);
    const history: Measurement[] = [];
    for (let round = 0; round < 8; round++) {
      lab.play();
      await breath();
      lab.pause();
      const { step } = (await reports(lab, { history })).at(-1) as Report;
      await breath();
      expect(lab.report(history.length).step).toBe(step);
    }
    lab.play();
    expect((await reports(lab, { history })).at(-1)).toMatchObject({ step: 30, done: true });
    expect(history).toEqual(await unwatched(short));
  });

  it("step() trains one batch, and measures at the end of an epoch when it goes on", async () => {
    const lab = new Lab();
    lab.open({ ...short, batch: 500 });
    const seen: number[][] = [];
    for (let i = 0; i < 4; i++) {
      lab.step();
      const { step, epoch } = (await reports(lab)).at(-1) as Report;
      seen.push([step, epoch]);
    }
    expect(seen).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 1],
    ]);
  });

  it("tells the last measurement also when it rested just before, and the exam was told", async () => {
    const oneEpoch = { ...short, epochs: 1, batch: 500 };
    const lab = new Lab();
    lab.open(oneEpoch);
    const history: Measurement[] = [];
    for (let i = 0; i < 3; i++) {
      lab.step();
      await reports(lab, { history });
    }
    lab.play();
    expect((await reports(lab, { history })).at(-1)).toMatchObject({ step: 3, done: true });
    expect(history).toEqual(await unwatched(oneEpoch));
  });

  it("open(config) cancels what is under way and starts over", async () => {
    const lab = new Lab();
    lab.open({ ...short, epochs: 500 });
    lab.play();
    await reports(lab, { goesOn: ({ step }) => step < 3 });
    lab.open(short);
    expect((await reports(lab)).at(-1)).toMatchObject({ step: 0, epoch: 0, playing: false, done: false });
    lab.play();
    expect((await reports(lab)).at(-1)).toMatchObject({ step: 30, done: true });
  });

  it("slow(true) waits between the updates", async () => {
    const lab = new Lab();
    lab.open(short);
    lab.slow(true);
    const start = performance.now();
    lab.play();
    await reports(lab, { goesOn: ({ step }) => step < 3 });
    // Two pauses of 60 ms at least, less the millisecond by which a timer may be early.
    expect(performance.now() - start).toBeGreaterThan(110);
    lab.pause();
    await reports(lab);
  });

  it("another picture is shown while it rests, and another target", async () => {
    const lab = new Lab();
    lab.open(short);
    await reports(lab);
    lab.look({ ...view, target: 9 });
    const [first] = await reports(lab);
    expect(first?.seen?.view.target).toBe(9);
    expect(lab.report(1).seen).toBeNull();
  });

  it("says what to do when nothing is open", () => {
    expect(() => new Lab().play()).toThrow("Lab: there is no run yet; call open(config) first.");
  });
});

it("a net passes 97 % of the pictures to test with by the initial settings", async () => {
  const history = await unwatched(initialConfig("mlp"));
  expect(history).toHaveLength(41);
  expect(history.at(-1)?.test.accuracy).toBeGreaterThan(0.97);
});
