import type { RunJob } from "../protocol.js";
import { runJob } from "./run.js";
import { serve } from "./serve.js";

serve<RunJob>(() => ({ work: (job, tell) => runJob(job, tell.log) }));
