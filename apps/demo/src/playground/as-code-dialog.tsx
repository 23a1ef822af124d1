import { CodeDialog } from "../ui/code-dialog.tsx";
import { asCode } from "./as-code.ts";
import { codeOpen, written } from "./state.ts";

/** The expression on the screen as a program. */
export function AsCodeDialog() {
  return (
    <CodeDialog
      open={codeOpen.value}
      code={() => asCode(written.peek())}
      onClose={() => {
        codeOpen.value = false;
      }}
    />
  );
}
