import { signal } from "@preact/signals";
import "../../styles/experiments.css";
import { client, config } from "../store.ts";
import { ExportDialog } from "./export-dialog.tsx";
import type { Trained } from "./weights.ts";

const taken = signal<Trained | null>(null);

/** Opens the dialog with the run as it stands. */
async function open(): Promise<void> {
  const snapshot = await client.snapshot();
  if (snapshot) taken.value = { config: config.peek(), weights: [...snapshot.weights] };
}

/** A button that gives the run as files. */
export function ExportButton() {
  return (
    <>
      <button type="button" class="button" disabled={client.opened.value === null} onClick={open}>
        Open as code, export
      </button>
      <ExportDialog
        trained={taken.value}
        onClose={() => {
          taken.value = null;
        }}
      />
    </>
  );
}
