import { CodeDialog } from "../ui/code-dialog.tsx";
import { asCode } from "./as-code.ts";
import { code, overrides } from "./program.ts";
import { programAsCode } from "./program-as-code.ts";
import { codeOpen, language, written } from "./source.ts";
import { told } from "./told.ts";

/** What is on the screen as a program of its own. */
export function AsCodeDialog() {
  return (
    <CodeDialog
      open={codeOpen.value}
      code={write}
      onClose={() => {
        codeOpen.value = false;
      }}
    />
  );
}

function write(): string {
  const { order } = told.peek();
  return language.peek() === "typescript"
    ? programAsCode(code.peek(), overrides.peek(), order)
    : asCode(written.peek(), { order });
}
