import {
  checkGradient,
  errorCurve,
  fivePoint,
  forwardDifference,
  type GradientRow,
  richardson,
  ridders,
  symmetricDifference,
} from "@outgrad/gradcheck";
import type { InputReport, Judged, PointReport } from "./report.ts";
import type { Subject } from "./subject.ts";

/** A function at a point, by every method; the error curve is that of one input. */
export function measure(subject: Subject, at: readonly number[], of: number): PointReport {
  const { names, f } = subject;
  const x = [...at];
  const all = {
    forward: forwardDifference(f, x),
    symmetric: symmetricDifference(f, x),
    fivePoint: fivePoint(f, x),
    richardson: richardson(f, x),
    ridders: ridders(f, x),
    complex: subject.complex(x),
  };
  const judged = (gradient: ((x: readonly number[]) => number[]) | undefined) =>
    gradient ? checkGradient(f, gradient, x, { names }).rows.map(judgedOf) : null;
  const [engine, own] = [judged(subject.engine), judged(subject.own)];
  const inputs = names.map(
    (name, i): InputReport => ({
      name,
      x: x[i] as number,
      slopes: {
        forward: all.forward[i] as number,
        symmetric: all.symmetric[i] as number,
        fivePoint: all.fivePoint[i] as number,
        richardson: all.richardson[i] as number,
        ridders: all.ridders[i]?.value as number,
        bar: all.ridders[i]?.error as number,
        complex: all.complex?.[i] ?? null,
      },
      engine: engine?.[i] ?? null,
      own: own?.[i] ?? null,
    }),
  );
  const index = Math.min(of, names.length - 1);
  const along = (t: number) => f(x.map((each, i) => (i === index ? t : each)));
  const exact = all.complex?.[index];
  const curve = errorCurve(
    along,
    x[index] as number,
    exact !== undefined && Number.isFinite(exact) ? { exact } : {},
  );
  return { y: f(x), inputs, curve };
}

const judgedOf = ({
  yours,
  verdict,
  expected,
  errorBar,
  relativeError,
  doubt,
  why,
}: GradientRow): Judged => ({
  gradient: yours,
  verdict,
  expected,
  errorBar,
  relativeError,
  doubt: doubt ?? null,
  why: why ?? null,
});
