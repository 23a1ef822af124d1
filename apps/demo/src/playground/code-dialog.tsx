import { CopyButton } from "../ui/copy-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { asCode } from "./as-code.ts";
import { circuit } from "./state.ts";

/** The screen as a program. */
export function CodeDialog({ open, onClose }: { readonly open: boolean; onClose(): void }) {
  return (
    <Dialog title="The same in TypeScript" wide open={open} onClose={onClose}>
      {open && <Code code={asCode(circuit.value)} />}
    </Dialog>
  );
}

function Code({ code }: { readonly code: string }) {
  return (
    <>
      <pre data-code>{code}</pre>
      <div class="row">
        <CopyButton label="Copy code" text={() => code} />
      </div>
    </>
  );
}
