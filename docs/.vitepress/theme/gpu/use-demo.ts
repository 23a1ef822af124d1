import { onBeforeUnmount, onMounted, ref } from "vue";
import type { Report } from "./measure.ts";
import { measurements, milliseconds, percent, sentences } from "./words.ts";

/** What the page shows and what its button does: start, or cancel while it runs. */
export function useDemo() {
  const isReady = ref(false);
  const isRunning = ref(false);
  const what = ref("This measures in the page, so it needs JavaScript. The rest of the page does not.");
  const share = ref(0);
  const report = ref<Report>();
  let running: AbortController | undefined;

  const tell = (now: string, done: number): void => {
    what.value = now;
    share.value = done;
  };

  async function start(): Promise<void> {
    running = new AbortController();
    const { signal } = running;
    isRunning.value = true;
    report.value = undefined;
    tell("Loading what it takes.", 0);
    try {
      const { measure } = await import("./measure.ts");
      report.value = await measure({ tell, signal });
      what.value = "";
    } catch (error) {
      what.value = signal.aborted ? "Cancelled." : `It went wrong: ${(error as Error).message}`;
    } finally {
      isRunning.value = false;
    }
  }

  function press(): void {
    if (isRunning.value) {
      what.value = "Cancelling after this step.";
      running?.abort();
    } else void start();
  }

  // Before that, and without JavaScript, the button would do nothing.
  onMounted(() => {
    isReady.value = true;
    what.value = "";
  });
  onBeforeUnmount(() => running?.abort());
  return { isReady, isRunning, what, share, report, press, measurements, milliseconds, percent, sentences };
}
