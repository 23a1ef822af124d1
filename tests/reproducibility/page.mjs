// The programs in a page and in a worker of the page, which tells the server how they went.
import { hashes } from "./training.mjs";

const inPage = typeof document !== "undefined";
const tell = (message) => fetch(`/told?${encodeURIComponent(JSON.stringify(message))}`);

async function tried() {
  try {
    return await hashes();
  } catch (error) {
    return { error: String(error) };
  }
}

const mine = await tried();
if (inPage) {
  const worker = new Worker("/page.mjs", { type: "module" });
  worker.onmessage = ({ data }) => tell({ page: mine, worker: data });
  worker.onerror = ({ message }) => tell({ page: mine, worker: { error: message } });
} else postMessage(mine);
