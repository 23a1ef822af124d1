import { describe, expect, it } from "vitest";
import { sentenceOf } from "../../src/catalogue/index.js";
import type { Topic } from "../../src/finding.js";
import { check } from "../../src/run/check.js";
import { typescript } from "../../src/subject/machine-typescript.js";
import { loadPython } from "../../src/subject/python.js";
import type { Exercise } from "../../src/track/exercise.js";
import { exerciseOf, solutionOf, startOf } from "../../src/track/track.js";

const python = await loadPython();
const exercise = (id: string) => exerciseOf(id) as Exercise;
const seed = 1;

describe("check", () => {
  it("says in words what a start leaves to do", () => {
    const said = (id: string, machine: typeof typescript) =>
      check(exercise(id), startOf(exercise(id), machine.language), machine, { seed }).findings.map(
        (finding) => sentenceOf(finding, machine.language),
      );
    expect(said("add-mul", typescript)).toEqual([
      "`add` is still to be written.",
      "`mul` is still to be written.",
    ]);
    expect(said("add-mul", python)).toEqual([
      "`__add__` is still to be written.",
      "`__mul__` is still to be written.",
    ]);
    expect(said("broadcast", python)).toEqual([
      "`add_row` is still to be written.",
      "`add_row_grad` is still to be written.",
    ]);
  });

  it("names the line of what is to do, and no longer once the line is commented out", () => {
    const start = startOf(exercise("add-mul"), "python");
    const line = start.split("\n").findIndex((each) => each.includes("to do: add")) + 1;
    expect(check(exercise("add-mul"), start, python, { seed }).findings[0]).toMatchObject({
      op: "add",
      line,
    });
    const emptied = start.replace(
      'raise NotImplementedError("to do: add")',
      '# raise NotImplementedError("to do: add")\n    pass',
    );
    const codes = check(exercise("add-mul"), emptied, python, { seed }).findings.map(
      ({ code, op }) => `${code} ${op}`,
    );
    expect(codes).toEqual(["missing-return add", "to-do mul"]);
  });

  it("says what is right beside what is to do, and folds what only waits for that", () => {
    const solved = solutionOf(exercise("arithmetic"), "typescript");
    const text = solved.replace("return this.mul(-1);", 'throw new Error("to do: neg");');
    const { findings, right, passed } = check(exercise("arithmetic"), text, typescript, { seed });
    expect(passed).toBe(false);
    expect(findings.filter(({ causedBy }) => !causedBy).map(({ code, op }) => `${code} ${op}`)).toEqual([
      "to-do neg",
    ]);
    expect(findings.filter(({ causedBy }) => causedBy).every(({ causedBy }) => causedBy?.op === "neg")).toBe(
      true,
    );
    expect(right).toEqual(expect.arrayContaining(["add", "mul", "pow", "div", "rdiv"]));
    expect(right).not.toContain("neg");
  });

  it("judges what is done of an exercise while the rest is to do", () => {
    const solved = solutionOf(exercise("softmax-nll"), "python");
    const text = solved.replace(
      "return -probabilities[label].log()",
      'raise NotImplementedError("to do: nll")',
    );
    const half = check(exercise("softmax-nll"), text, python, { seed });
    expect(half.findings.map(({ code, op }) => `${code} ${op}`)).toEqual(["to-do nll"]);
    expect(half.right).toContain("softmax");
    const wrong = check(exercise("softmax-nll"), text.replace("count / total", "count"), python, { seed });
    expect(wrong.findings.map(({ code, op }) => `${code} ${op}`)).toEqual([
      "not-normalised softmax",
      "to-do nll",
    ]);
  });

  it("judges a function only on a class that is right, and stops at the first exercise that is not", () => {
    const loop = solutionOf(exercise("loop"), "python");
    const without = loop.replace("return total.tanh()", "return total");
    const { findings, right } = check(exercise("loop"), without, python, { seed });
    expect(findings.map(({ code, op }) => `${code} ${op}`)).toEqual(["no-bend Neuron"]);
    expect(right).toContain("backward");
    expect(right).not.toContain("MLP");
    const classWrong = loop.replace("self.grad += other.data * out.grad", "self.grad += out.grad");
    const causes = check(exercise("loop"), classWrong, python, { seed }).findings.filter(
      ({ causedBy }) => !causedBy,
    );
    expect(causes.map(({ op }) => op)).toEqual(["mul"]);
  });

  it("tries other numbers with another seed, and the same with the same", () => {
    const wrong = solutionOf(exercise("sum"), "typescript").replace("sum + each", "sum - each");
    const told = (from: number | string) =>
      check(exercise("sum"), wrong, typescript, { seed: from }).findings;
    expect(told(1)).toEqual(told(1));
    expect(told(1)[0]?.example).not.toEqual(told(2)[0]?.example);
    expect(told("a")[0]?.example).not.toEqual(told("b")[0]?.example);
  });

  it("tells each topic before it is tried, and the learner's class with its report", () => {
    const topics: Topic[] = [];
    let told = "";
    check(exercise("loss"), solutionOf(exercise("loss"), "typescript"), typescript, {
      seed,
      onTopic: (topic) => topics.push(topic),
      onSubject: (subject, { passed }) => {
        told = `${subject.language} ${passed} ${"thing" in subject.make(2)}`;
      },
    });
    expect(told).toBe("typescript true true");
    expect(topics.slice(-4)).toEqual(["Neuron", "Layer", "MLP", "mse"]);
    expect(topics.slice(0, -4)).toEqual(expect.arrayContaining(["add", "rdiv", "tanh", "backward"]));
  });

  it("points into the learner's text when it is not closed, and not behind it", () => {
    const text = solutionOf(exercise("sum"), "typescript").trimEnd().slice(0, -1);
    const [finding] = check(exercise("sum"), text, typescript, { seed }).findings;
    expect(finding?.code).toBe("syntax");
    expect(finding?.line ?? 1).toBeLessThanOrEqual(text.split("\n").length);
    const cut = solutionOf(exercise("neuron"), "python").replace(
      "return total.tanh()",
      "return (total.tanh()",
    );
    const [other] = check(exercise("neuron"), cut, python, { seed }).findings;
    expect(other?.code).toBe("syntax");
    expect(other?.line ?? 1).toBeLessThanOrEqual(cut.split("\n").length);
  });

  it("says what a text throws that cannot be run at all", () => {
    const text = `${solutionOf(exercise("sum"), "typescript")}\nnothing();\n`;
    const [finding] = check(exercise("sum"), text, typescript, { seed }).findings;
    expect(finding).toMatchObject({ code: "throws", line: 11 });
    expect(finding?.seen).toMatch(/nothing is not defined/);
  });

  it("sees a function that only looks right for one argument", () => {
    const constant = "def gradient(a, b, c):\n  return [-12.353553390593273, 10.25699027111255, 0.0625]\n";
    expect(check(exercise("analytic-gradient"), constant, python, { seed }).passed).toBe(false);
  });

  it("sees gradients of a text that cheats by looking at the engine's names only", () => {
    const text = "function gradient() { return [NaN, NaN, NaN]; }";
    expect(check(exercise("analytic-gradient"), text, typescript, { seed }).passed).toBe(false);
  });
});
