import { signal } from "@preact/signals";
import "../../styles/experiments.css";
import { client, config } from "../store.ts";
import { ExportDialog } from "./export-dialog.tsx";
import type { Export } from "./exports.ts";

const files = signal<readonly Export[] | null>(null);

/** Opens the dialog with the run as it stands. What writes the files is loaded then: few visitors take a run away. */
async function open(): Promise<void> {
  const [{ exportsOf }, snapshot] = await Promise.all([import("./exports.ts"), client.snapshot()]);
  if (snapshot) files.value = exportsOf({ config: config.peek(), weights: [...snapshot.weights] });
}

/** A button that gives the run as files. */
export function ExportButton() {
  return (
    <>
      <button type="button" class="button" disabled={client.opened.value === null} onClick={open}>
        Open as code, export
      </button>
      <ExportDialog
        files={files.value}
        onClose={() => {
          files.value = null;
        }}
      />
    </>
  );
}
