import { value } from "@outgrad/engine";
import { expect, it } from "vitest";
import { Columns, endSegment, Segment } from "../src/segment.js";

it("a segment that has ended holds on to nothing, and leaves its columns' gradients 0", () => {
  const columns = new Columns(8);
  columns.grad.fill(7);
  columns.reached.fill(7);
  const segment = new Segment(columns, 2, 100);
  const x = value(3);
  segment.imported.push(x);
  segment.importedAt.set(5, 2);
  segment.handles.set(3, x);
  segment.labels.set(3, "x");
  segment.close(5);
  endSegment(segment);
  expect(segment.ended?.().message).toContain("arena(...), which has ended");
  expect([
    segment.imported.length,
    segment.importedAt.size,
    segment.handles.size,
    segment.labels.size,
  ]).toEqual([0, 0, 0, 0]);
  const { data, grad, code, first, second, reached } = segment;
  for (const array of [data, grad, code, first, second, reached]) expect(array).toHaveLength(0);
  for (const array of [columns.grad, columns.reached]) expect([...array]).toEqual([7, 7, 0, 0, 0, 7, 7, 7]);
});

it("a closed segment lets go of the leaves that were used in it, and of no others", () => {
  const [columns, x, y] = [new Columns(8), value(1), value(2)];
  const [used, other] = [new Segment(columns, 0, 0), new Segment(columns, 4, 0)];
  x.segment = used;
  y.segment = other;
  used.imported.push(x, y);
  used.close(4);
  expect([x.segment, y.segment, used.length]).toEqual([null, other, 4]);
  // Other tests go on with leaves of their own.
  y.segment = null;
});
