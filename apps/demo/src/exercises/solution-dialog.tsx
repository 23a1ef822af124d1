import { previousText, solutionOf } from "@outgrad/exercises/track";
import { CopyButton } from "../ui/copy-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { exercise, language, progress } from "./store.ts";

interface SolutionDialogProps {
  readonly open: boolean;
  onClose(): void;
}

/** A text that passes, going on from the learner's own. */
export function SolutionDialog({ open, onClose }: SolutionDialogProps) {
  return (
    <Dialog title={`A solution: ${exercise.value.title}`} wide open={open} onClose={onClose}>
      {open && <Code />}
    </Dialog>
  );
}

function Code() {
  const previous = previousText(progress.value, exercise.value, language.value);
  const code = solutionOf(exercise.value, language.value, previous);
  return (
    <>
      <p class="note">One of many ways. Close this, and write it yourself: that is what stays.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre data-solution tabIndex={0}>
        {code}
      </pre>
      <div class="row">
        <CopyButton label="Copy code" text={() => code} />
      </div>
    </>
  );
}
