import { typescript } from "@outgrad/exercises/typescript";
import type { CheckJob } from "../protocol.js";
import { graderOf, rehearse } from "./grade.js";
import { listen } from "./listen.js";
import { serve } from "./serve.js";

serve<CheckJob>(() => {
  const work = graderOf(typescript);
  return {
    work(job, tell) {
      listen(tell.log);
      return work(job, tell);
    },
    rehearse: () => rehearse(typescript),
  };
});
