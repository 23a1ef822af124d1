import { useState } from "preact/hooks";
import { CodeDialog } from "./code-dialog.tsx";

interface OpenAsCodeProps {
  /** Writes the program, asked for when the button is pressed. */
  code(): string;
  /** Whether there is nothing to write yet. */
  readonly disabled?: boolean;
}

/** The button in the head of a panel that shows the screen as a program. */
export function OpenAsCode({ code, disabled = false }: OpenAsCodeProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button quiet small" disabled={disabled} onClick={() => setOpen(true)}>
        Open as code
      </button>
      <CodeDialog open={open} code={code} onClose={() => setOpen(false)} />
    </>
  );
}
