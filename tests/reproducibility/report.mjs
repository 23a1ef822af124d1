// Runs in a page, in a worker of the page, and in a worker of Node: trains, and reports the hash.
import { intrinsicsHash, trainingHash } from "./training.mjs";

const inPage = typeof document !== "undefined";

async function report() {
  const { steps } = await (await fetch("/steps")).json();
  const body = { where: inPage ? "page" : "worker" };
  try {
    body.hash = `${await trainingHash(steps)} ${await intrinsicsHash()}`;
  } catch (error) {
    body.error = String(error);
  }
  await fetch("/report", { method: "POST", body: JSON.stringify(body) });
}

await report();
if (inPage) new Worker("/report.mjs", { type: "module" });
