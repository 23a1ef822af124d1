// How an answer is judged.
import { fromJson } from "./numbers.mjs";

/** Relative and absolute differences that pass, by the bits of the peer's numbers. */
const tolerances = { 64: { relative: 1e-9, absolute: 1e-15 }, 32: { relative: 2e-5, absolute: 1e-6 } };

/** float32 has an absolute tolerance for all: what it cannot tell from 0 passes. float64 has one for 0 only. */
function close(found, right, { relative, absolute }) {
  if (Number.isNaN(right)) return Number.isNaN(found);
  if (!Number.isFinite(right)) return found === right;
  const close = relative * Math.abs(right);
  return Math.abs(found - right) <= (right === 0 || absolute > 1e-9 ? Math.max(close, absolute) : close);
}

const all = (found, right, tolerance) =>
  found?.length === right.length && right.every((x, i) => close(found[i], x, tolerance));

/** What a case asks for, as one list: the value and the gradients, or the derivatives. */
const asked = ({ derivatives, value, grads }) => derivatives ?? [value, ...grads];

/**
 * The mark of an outcome: "right", "choice" with the reason, "wrong", "lacks" (no such op), "threw" or "hung". To throw
 * is right where the case says that an error is an answer.
 */
export function mark(audited, outcome, bits) {
  if (outcome.lacks) return { mark: "lacks" };
  if (outcome.hung) return { mark: "hung" };
  if (outcome.threw) {
    if (audited.alsoThrow) return { mark: "choice", why: audited.alsoThrow };
    return { mark: audited.mayThrow ? "right" : "threw" };
  }
  const found = fromJson(asked(outcome));
  const tolerance = tolerances[bits];
  if (all(found, asked(audited), tolerance)) return { mark: "right" };
  for (const { why, relative = 0, ...other } of audited.also ?? []) {
    const loose = { ...tolerance, relative: Math.max(relative, tolerance.relative) };
    if (all(found, asked({ ...audited, ...other }), loose)) return { mark: "choice", why };
  }
  return { mark: "wrong" };
}
