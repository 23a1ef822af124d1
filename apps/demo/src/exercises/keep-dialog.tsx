import { exportProgress, importProgress } from "@outgrad/exercises/track";
import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/live-region.tsx";
import { exercise, open, progress } from "./store.ts";

const file = "outgrad-progress.json";

interface KeepDialogProps {
  readonly open: boolean;
  onClose(): void;
}

/** Progress as a file: to keep, and to go on elsewhere, also in the terminal. */
export function KeepDialog({ open: isOpen, onClose }: KeepDialogProps) {
  return (
    <Dialog title="Your progress as a file" open={isOpen} onClose={onClose}>
      {isOpen && <Keep onClose={onClose} />}
    </Dialog>
  );
}

function Keep({ onClose }: { onClose(): void }) {
  const [address, setAddress] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(
      new Blob([exportProgress(progress.peek())], { type: "application/json" }),
    );
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, []);
  const bring = async (chosen: File | undefined) => {
    if (!chosen) return;
    const read = importProgress(await chosen.text(), progress.peek());
    if ("problem" in read) {
      setProblem(read.problem);
      return;
    }
    progress.value = read.progress;
    open(exercise.peek(), read.progress.language);
    announce("Your progress has been brought in.");
    onClose();
  };
  return (
    <div class="keep">
      <p>
        This browser remembers what you write. A file goes with you to another one, and to your own editor: in
        a terminal, <code>npx @outgrad/exercises watch</code> runs the same grader.
      </p>
      <a class="button" href={address} download={file}>
        Export to {file}
      </a>
      <label class="setting">
        <span class="setting-name">Import such a file; what you have passed here stays passed</span>
        <input
          type="file"
          class="field"
          accept=".json,application/json"
          aria-invalid={problem !== null}
          onChange={(event) => bring(event.currentTarget.files?.[0])}
        />
      </label>
      {problem && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
