// One peer in a process of its own: node child.mjs <module>. First says how many bits its numbers have, then answers each id that it
// reads with the outcome of that case, a line each.
import readline from "node:readline";
import { cases } from "./cases/index.mjs";
import { toJson } from "./lib/numbers.mjs";
import { NoSuchOp } from "./lib/vocabulary.mjs";

const say = (outcome) => process.stdout.write(`${JSON.stringify(outcome)}\n`);
const sentence = (error) => String(error?.message ?? error).split("\n")[0];

/** The numbers that a case asks for, or why there are none. */
async function outcomeOf(peer, audited) {
  try {
    if (audited.optimiser) {
      if (!peer.optimise) throw new NoSuchOp("no optimiser of its own");
      return { value: toJson(peer.optimise(audited)), grads: [] };
    }
    if (audited.derivatives) {
      if (!peer.derivatives) throw new NoSuchOp("first derivatives only");
      return { derivatives: toJson(await peer.derivatives(audited)) };
    }
    const { value, grads } = await peer.gradient(audited);
    return { value: toJson(value), grads: toJson(grads) };
  } catch (error) {
    return error instanceof NoSuchOp ? { lacks: error.message } : { threw: sentence(error) };
  }
}

const peer = await import(`./peers/${process.argv[2]}.mjs`);
// What a peer logs is no answer.
console.log = console.info = console.warn = () => {};
say({ bits: peer.bits });
for await (const id of readline.createInterface({ input: process.stdin })) {
  say(
    await outcomeOf(
      peer,
      cases.find((audited) => audited.id === id),
    ),
  );
}
process.exit(0);
