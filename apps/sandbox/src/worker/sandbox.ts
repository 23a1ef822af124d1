import { runJob } from "./run.js";
import { serve } from "./serve.js";

serve(() => runJob);
