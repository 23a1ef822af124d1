// The pages that run code: which program the workers of each are, and what it may do.

/**
 * `evaluates`: whether workers evaluate text as JavaScript; one that only runs Python is not allowed to.
 */
export const pages = {
  "sandbox.html": { worker: "worker/sandbox.ts", evaluates: true },
  "grader.html": { worker: "worker/grader.ts", evaluates: true },
  "grader-python.html": { worker: "worker/grader-python.ts", evaluates: false },
};
