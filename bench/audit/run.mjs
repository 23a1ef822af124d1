// Entry point of `npm run bench -- audit`: every case on every peer, written into results/audit.json and results/audit.md.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { installed, installPeers } from "../lib/peers.mjs";
import { now } from "../lib/record.mjs";
import { pythonVersion } from "../lib/tools.mjs";
import { cases } from "./cases/index.mjs";
import { Conversation } from "./lib/conversation.mjs";
import { mark } from "./lib/mark.mjs";
import { auditPage } from "./lib/tables.mjs";
import { peers } from "./peers.mjs";

const file = fileURLToPath(new URL("../results/audit.json", import.meta.url));
const page = file.replace(/json$/, "md");
const help = `node bench/audit/run.mjs [options]

Asks every peer for the same gradients, and writes what they gave into results/audit.json and results/audit.md.

  --peers a,b     only peers whose name contains one of these; the others stay as the record has them
  --only a,b      only cases whose id contains one of these
  --seconds 60    how long a peer may take for one case
  --no-install    do without the peers that are not there
  --write         ask nobody, mark what the record has anew and write its page
  --dry           print what differs from the right answers, write nothing

micrograd is taken from the Python that has it (pip install micrograd==0.1.0, or PYTHONPATH), micrograd-ts, which is not
on npm, from MICROGRAD_TS: its engine.ts as JavaScript, an absolute path.
`;
const options = {
  help: { type: "boolean" },
  peers: { type: "string" },
  only: { type: "string" },
  seconds: { type: "string", default: "60" },
  "no-install": { type: "boolean" },
  write: { type: "boolean" },
  dry: { type: "boolean" },
};

const picked = (list, wanted, key) =>
  wanted ? list.filter((each) => wanted.split(",").some((part) => each[key].includes(part))) : list;

/** Of long lists the first numbers only: the mark has seen all of them. */
const kept = ({ grads, ...outcome }) =>
  grads && grads.length > 24
    ? { ...outcome, grads: grads.slice(0, 4), of: grads.length }
    : { ...outcome, grads };

/** All outcomes of one peer by the ids of the cases. */
async function audited(peer, asked, seconds) {
  const conversation = new Conversation(peer, seconds);
  const { bits = 64 } = await conversation.open();
  const outcomes = {};
  for (const one of asked) {
    const outcome = await conversation.answer(one);
    outcomes[one.id] = { ...mark(one, outcome, bits), ...kept(outcome) };
    process.stderr.write(
      ["right", "lacks"].includes(outcomes[one.id].mark)
        ? "."
        : `\n${peer.name} ${one.id} ${JSON.stringify(outcomes[one.id])}\n`,
    );
  }
  conversation.end();
  return { bits, outcomes };
}

/** Marks what the record has by the answers that the cases ask for now; of long lists it has no longer all. */
function markAnew(record) {
  for (const { bits, outcomes } of Object.values(record.peers)) {
    for (const one of cases) {
      const outcome = outcomes[one.id];
      if (!outcome || outcome.of) continue;
      const { mark: _, why: __, ...found } = outcome;
      outcomes[one.id] = { ...mark(one, found, bits), ...found };
    }
  }
}

const versionOf = (peer) => {
  if (peer.peer) return installed(peer.peer);
  if (peer.name === "PyTorch") return pythonVersion("torch");
  return peer.version ?? `commit ${now().commit}`;
};

async function main() {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(help);
  const record = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { peers: {} };
  if (!values.write) {
    if (!values["no-install"]) installPeers();
    const asked = picked(cases, values.only, "id");
    for (const peer of picked(peers, values.peers, "name")) {
      try {
        const { bits, outcomes } = await audited(peer, asked, Number(values.seconds));
        const known = values.only ? record.peers[peer.name]?.outcomes : undefined;
        record.peers[peer.name] = {
          version: versionOf(peer),
          date: now().date,
          bits,
          outcomes: { ...known, ...outcomes },
        };
      } catch (error) {
        console.error(`${peer.name} is not asked: ${error.message}`);
      }
    }
    record.command = "npm run bench -- audit";
    record.node = process.version;
    record.system = `${os.type()} on ${os.cpus()[0]?.model}`;
  }
  if (values.write) markAnew(record);
  if (values.dry) return;
  writeFileSync(file, `${JSON.stringify(record, null, 1)}\n`);
  writeFileSync(page, auditPage(record));
}

await main();
