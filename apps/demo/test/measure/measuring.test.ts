import { expect, it } from "vitest";
import { Measuring, type Told } from "../../src/measure/measuring.ts";

/** A worker that does what the test says. */
class Puppet {
  onmessage: ((event: { data: Told<number> }) => void) | undefined;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | undefined;
  asked: unknown;
  isEnded = false;
  postMessage(config: unknown): void {
    this.asked = config;
  }
  terminate(): void {
    this.isEnded = true;
  }
  tell(data: Told<number>): void {
    this.onmessage?.({ data });
  }
}

function puppets() {
  const all: Puppet[] = [];
  const measuring = new Measuring<string, number>(() => {
    all.push(new Puppet());
    return all.at(-1) as unknown as Worker;
  });
  const seen = () => [
    measuring.standing.value,
    measuring.what.value,
    measuring.share.value,
    measuring.result.value,
  ];
  return { all, measuring, seen };
}

it("run(config) asks a worker, shows what it tells, and ends it when it is done", () => {
  const { all, measuring, seen } = puppets();
  measuring.run("all");
  expect(all[0]?.asked).toBe("all");
  all[0]?.tell({ what: "Half.", share: 0.5, result: 1, done: false });
  expect(seen()).toEqual(["running", "Half.", 0.5, 1]);
  expect(all[0]?.isEnded).toBe(false);
  all[0]?.tell({ what: "Done.", share: 1, result: 2, done: true });
  expect(seen()).toEqual(["done", "Done.", 1, 2]);
  expect(all[0]?.isEnded).toBe(true);
});

it("cancel() ends the worker at once and keeps what was found", () => {
  const { all, measuring, seen } = puppets();
  measuring.run("all");
  all[0]?.tell({ what: "Half.", share: 0.5, result: 1, done: false });
  measuring.cancel();
  expect(seen()).toEqual(["cancelled", "Cancelled.", 0.5, 1]);
  expect(all[0]?.isEnded).toBe(true);
  measuring.run("again");
  expect(seen()).toEqual(["running", "Starting.", 0, null]);
  expect(all[1]?.asked).toBe("again");
});

it("says what went wrong in the worker, or that it did not start", () => {
  const { all, measuring, seen } = puppets();
  measuring.run("all");
  all[0]?.tell({ failure: "It is broken." });
  expect(seen().slice(0, 2)).toEqual(["failed", "It is broken."]);
  measuring.run("all");
  all[1]?.onerror?.({ message: "", preventDefault() {} });
  expect(seen().slice(0, 2)).toEqual(["failed", "The worker that measures did not start."]);
  expect(all[1]?.isEnded).toBe(true);
});

it("clear() forgets, and cancel() of nothing does nothing", () => {
  const { measuring, seen } = puppets();
  measuring.run("all");
  measuring.clear();
  expect(seen()).toEqual(["idle", "", 0, null]);
  measuring.cancel();
  expect(seen()).toEqual(["idle", "", 0, null]);
});
