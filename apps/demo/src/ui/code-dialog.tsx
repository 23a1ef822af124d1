import { CopyButton } from "./copy-button.tsx";
import { Dialog } from "./dialog.tsx";

interface CodeDialogProps {
  readonly open: boolean;
  /** Writes the program, asked for when the dialog opens. */
  code(): string;
  onClose(): void;
}

/** A screen as a program. */
export function CodeDialog({ open, code, onClose }: CodeDialogProps) {
  return (
    <Dialog title="The same in TypeScript" wide open={open} onClose={onClose}>
      {open && <Code code={code()} />}
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
