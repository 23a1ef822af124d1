import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/track/exercise.js";
import { exerciseOf, exercises, solutionOf, startOf } from "../../src/track/track.js";
import { weave } from "../../src/track/weave.js";

const exercise = (id: string) => exerciseOf(id) as Exercise;

describe("startOf", () => {
  it("begins an exercise that builds on nothing with its own starter", () => {
    expect(startOf(exercise("add-mul"), "python", "something else")).toBe(
      startOf(exercise("add-mul"), "python"),
    );
  });

  it("goes on with the learner's text, word for word, and adds what is new to their class", () => {
    const mine = `# my notes\nclass Value:\n    def __init__(self, data):\n        self.data = data  # the number\n\n\nprint(Value(1))\n`;
    const start = startOf(exercise("backward"), "python", mine);
    expect(start).toBe(
      `# my notes\nclass Value:\n    def __init__(self, data):\n        self.data = data  # the number\n\n    def backward(self):\n        """The gradients of everything that this Value was computed from."""\n        raise NotImplementedError("to do: backward")\n\n\nprint(Value(1))\n`,
    );
  });

  it("indents new methods as the learner's class is indented, in TypeScript too", () => {
    const mine = "export class Value {\n\tdata = 0;\n}\n\nconst a = new Value();\n".replaceAll("\t", "    ");
    expect(startOf(exercise("backward"), "typescript", mine)).toContain(
      'data = 0;\n\n    /** The gradients of everything that this Value was computed from. */\n    backward(): void {\n        throw new Error("to do: backward");\n    }\n}\n\nconst a',
    );
  });

  it("adds nothing that is there already", () => {
    for (const each of exercises) {
      for (const language of ["typescript", "python"] as const) {
        const done = solutionOf(each, language);
        expect(startOf(each, language, done), `${each.id} in ${language}`).toBe(
          each.buildsOn ? done : startOf(each, language),
        );
      }
    }
  });

  it("goes on from a text without the class, or one with a mistake in it, without losing a line", () => {
    for (const mine of ["def f(x):\n  return (x\n", "", "class Value:\n", "class Value: pass\nx = [\n"]) {
      const start = startOf(exercise("exp-log-tanh"), "python", mine);
      for (const line of mine.split("\n")) expect(start.split("\n")).toContain(line);
      expect(start).toContain('raise NotImplementedError("to do: log")');
    }
    for (const mine of ["class Value\n{\n  data = 1;\n}\n", "class Value {\n", "const x = {"]) {
      const start = startOf(exercise("exp-log-tanh"), "typescript", mine);
      for (const line of mine.split("\n")) expect(start.split("\n")).toContain(line);
      expect(start).toContain('throw new Error("to do: log")');
    }
  });
});

describe("weave", () => {
  it("puts imports at the head, once", () => {
    const part = "import math\n\n\ndef g(x):\n  return math.exp(x)\n";
    const first = weave("def f(x):\n  return x\n", part, "python");
    expect(first).toBe("import math\n\ndef f(x):\n  return x\n\n\ndef g(x):\n  return math.exp(x)\n");
    expect(weave(first, part, "python")).toBe(first);
    expect(weave("from math import sin\n\nx = sin(1)\n", part, "python")).toMatch(
      /^import math\nfrom math import sin\n/,
    );
  });

  it("keeps empty lines inside what it adds", () => {
    const part = "class Value {\n  exp(): Value {\n    const a = 1;\n\n    return a;\n  }\n}\n";
    expect(weave("class Value {\n}\n", part, "typescript")).toBe(
      "class Value {\n\n  exp(): Value {\n    const a = 1;\n\n    return a;\n  }\n}\n",
    );
  });
});
