import { isTensor, type Tensor, value } from "@outgrad/engine";
import { describe, expect, test } from "vitest";
import * as losses from "../src/index.js";
import { operandErrors } from "./errors/operands.js";
import { good, optionErrors } from "./errors/options.js";
import { lossNames, lossOf } from "./golden-suite.js";

const all = [...operandErrors, ...optionErrors];

describe("a loss throws a sentence before anything is computed", () => {
  test.each(all)("%s %#", (name, args, sentence) => {
    const next = value(0).id + 1;
    const leaves = args.filter((arg): arg is Tensor => isTensor(arg) && arg.isLeaf);
    for (const leaf of leaves) leaf.requiresGrad = true;
    const before = leaves.map((leaf) => leaf.toArray());
    let message = "nothing was thrown";
    try {
      lossOf(name)(...args);
    } catch (error) {
      ({ message } = error as Error);
    }
    expect(message).toContain(sentence);
    expect(message.startsWith(name), message).toBe(true);
    expect(message).toMatch(/\.$/);
    expect(value(0).id).toBe(next);
    expect(leaves.map((leaf) => leaf.toArray())).toEqual(before);
    expect(leaves.every((leaf) => leaf.grad === null && leaf.requiresGrad)).toBe(true);
  });

  test("options are tried of each that has some", () => {
    expect(Object.keys(good).sort()).toEqual(lossNames);
  });

  test("each has at least two of these", () => {
    const counts = Object.keys(losses).map((name) => [name, all.filter(([n]) => n === name).length]);
    expect(counts.filter(([, count]) => (count as number) < 2)).toEqual([]);
  });
});
