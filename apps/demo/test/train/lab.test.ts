import { describe, expect, it } from "vitest";
import { type Config, initialConfig } from "../../src/train/config.ts";
import { Lab } from "../../src/train/lab.ts";
import type { Report } from "../../src/train/report.ts";

const small: Config = { ...initialConfig("moons"), n: 30, layers: [4], batch: 7, epochs: 3 };

/** Asks for reports until nothing more can come. */
async function settled(lab: Lab): Promise<Report[]> {
  const reports: Report[] = [];
  do {
    await new Promise((resolve) => setTimeout(resolve, 1));
    reports.push(lab.report(reports.flatMap(({ measurements }) => measurements).length));
  } while (!reports.at(-1)?.idle);
  return reports;
}

describe("Lab", () => {
  it("open(config) measures the untrained network and draws its plane, then rests", async () => {
    const lab = new Lab();
    const opened = lab.open(small);
    expect(opened.weights).toBe(2 * 4 + 4 + 4 + 1);
    expect(opened.stepsPerEpoch).toBe(3);
    const reports = await settled(lab);
    expect(reports.flatMap(({ measurements }) => measurements).map(({ epoch }) => epoch)).toEqual([0]);
    const planes = reports.flatMap(({ plane }) => plane ?? []);
    expect(planes.at(-1)?.size).toBe(100);
    expect(planes.at(-1)?.scores.every(Number.isFinite)).toBe(true);
  });

  it("play() trains for the epochs of the config, and again as many", async () => {
    const lab = new Lab();
    lab.open(small);
    lab.play();
    expect((await settled(lab)).at(-1)).toMatchObject({ epoch: 3, step: 9, playing: false });
    lab.play();
    expect((await settled(lab)).at(-1)).toMatchObject({ epoch: 6, step: 18, playing: false });
  });

  it("step() trains one batch; the last one of an epoch measures", async () => {
    const lab = new Lab();
    lab.open(small);
    await settled(lab);
    const epochs: number[] = [];
    for (let step = 1; step <= 3; step++) {
      lab.step();
      const last = (await settled(lab)).at(-1);
      expect(last?.step).toBe(step);
      epochs.push(last?.epoch ?? -1);
    }
    expect(epochs).toEqual([0, 0, 1]);
  });

  it("epoch() trains the rest of an epoch; substep() goes round the four sub-steps", async () => {
    const lab = new Lab();
    lab.open(small);
    const does = async (wish: () => void) => {
      wish();
      return (await settled(lab)).at(-1);
    };
    const phases = [];
    for (let i = 0; i < 6; i++) phases.push((await does(() => lab.substep()))?.phase);
    expect(phases).toEqual(["forward", "backward", "update", "zero", "forward", "backward"]);
    expect(await does(() => lab.step())).toMatchObject({ step: 2, phase: "update" });
    expect(await does(() => lab.epoch())).toMatchObject({ step: 3, epoch: 1 });
    expect(await does(() => lab.epoch())).toMatchObject({ step: 6, epoch: 2 });
  });

  it("seek(step) stands at any update, past or future, as if it had been trained there", async () => {
    const lab = new Lab();
    lab.open(small);
    lab.play();
    const end = (await settled(lab)).at(-1);
    const last = lab.snapshot();
    lab.seek(4);
    const back = (await settled(lab)).at(-1);
    expect(back).toMatchObject({ step: 4, epoch: 1, furthest: 9, playing: false });
    const direct = new Lab();
    direct.open(small);
    direct.seek(4);
    await settled(direct);
    expect(lab.snapshot()).toEqual(direct.snapshot());
    lab.seek(9);
    expect((await settled(lab)).at(-1)).toMatchObject({ step: 9, epoch: end?.epoch });
    expect(lab.snapshot()).toEqual(last);
    lab.seek(0);
    expect((await settled(lab)).at(-1)).toMatchObject({ step: 0, furthest: 9 });
  });

  it("open(config, snapshot) goes on from another run", async () => {
    const lab = new Lab();
    lab.open(small);
    lab.seek(4);
    await settled(lab);
    const fork = new Lab();
    expect(fork.open({ ...small, lr: 0.01 }, lab.snapshot()).firstStep).toBe(4);
    expect((await settled(fork)).at(-1)).toMatchObject({ step: 4, epoch: 1, lr: 0.01 });
    expect(fork.snapshot().weights).toEqual(lab.snapshot().weights);
  });

  it("pause() stops within a piece of work", async () => {
    const lab = new Lab();
    lab.open({ ...small, epochs: 10_000 });
    lab.play();
    await new Promise((resolve) => setTimeout(resolve, 30));
    lab.pause();
    const { step } = lab.report(0);
    expect((await settled(lab)).at(-1)?.step).toBe(step);
  });

  it("slow(true) waits between the updates; pause() ends that", async () => {
    const lab = new Lab();
    lab.open({ ...small, epochs: 10_000 });
    await settled(lab);
    lab.slow(true);
    const start = performance.now();
    lab.play();
    await new Promise((resolve) => setTimeout(resolve, 300));
    lab.pause();
    const { step } = (await settled(lab)).at(-1) ?? {};
    // 50 ms lie between two updates, less the millisecond by which a timer may be early.
    expect(step).toBeLessThanOrEqual(1 + (performance.now() - start) / 49);
    expect(step).toBeGreaterThan(0);
    lab.slow(false);
    lab.play();
    await new Promise((resolve) => setTimeout(resolve, 300));
    lab.pause();
    expect((await settled(lab)).at(-1)?.step).toBeGreaterThan(2 * (step ?? 0));
  });

  it("look(view) shows a sample at a place in the next report, and again after an update", async () => {
    const lab = new Lab();
    lab.open(small);
    const first = (await settled(lab)).flatMap(({ inside }) => inside ?? []);
    expect(first.at(-1)).toMatchObject({ sample: 0, place: "loss" });
    const place = { layer: 0, neuron: 2 };
    lab.look({ sample: 1000, place });
    const { inside } = lab.report(1);
    expect(inside).toMatchObject({ sample: 29, place, layers: { length: 2 } });
    expect(lab.report(1).inside).toBeNull();
    lab.look({ sample: 3, place: { layer: 7, neuron: 0 } });
    expect(lab.report(1).inside).toMatchObject({ sample: 3, place: "loss" });
    lab.step();
    expect((await settled(lab)).some((report) => report.inside !== null)).toBe(true);
  });

  it("report() throws what made the run fail, and open(config) starts afresh", async () => {
    const lab = new Lab();
    lab.open({ ...small, loss: "mse", lr: 10, optimiser: "sgd", epochs: 10_000 });
    lab.play();
    await expect(settled(lab)).rejects.toThrow(/^Training left the numbers/);
    lab.open(small);
    expect((await settled(lab)).at(-1)?.epoch).toBe(0);
  });

  it("says what to do when nothing is open", () => {
    expect(() => new Lab().play()).toThrow("Lab: there is no run yet; call open(config) first.");
  });
});
