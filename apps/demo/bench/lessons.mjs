// Runs every lesson of the train lab from ten seeds beside the correct run, and prints in how many the mistake shows as
// the lesson says, with the losses and accuracies; then how far the gradients are from nudging.
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

const seeds = 10;
const conditions = ["@outgrad/source"];
const server = await createServer({
  root: fileURLToPath(new URL("..", import.meta.url)),
  server: { middlewareMode: true, ws: false, watch: null },
  ssr: { resolve: { conditions }, noExternal: [/@outgrad/] },
  appType: "custom",
  logLevel: "error",
});
const { lessons } = await server.ssrLoadModule("/src/train/lessons/lessons.ts");
const { configOf } = await server.ssrLoadModule("/src/train/lessons/lesson.ts");
const { gradientErrors } = await server.ssrLoadModule("/src/train/lessons/gradient-errors.ts");
const { Run } = await server.ssrLoadModule("/src/train/run.ts");

function lastOf(config) {
  const run = new Run(config);
  const work = run.work();
  while (run.history.length <= config.epochs) work.next();
  return run.history.at(-1);
}

const range = (numbers) => `${Math.min(...numbers).toPrecision(3)} to ${Math.max(...numbers).toPrecision(3)}`;

function compare(title, lesson, settings) {
  const outcomes = Array.from({ length: seeds }, (_, i) => {
    const config = { ...configOf(lesson, i + 1), ...settings };
    return { right: lastOf(config), wrong: lastOf({ ...config, bug: lesson.bug }) };
  });
  const lower = outcomes.filter(({ right, wrong }) => wrong.train.loss < right.train.loss).length;
  console.log(
    `${title}: shows in ${outcomes.filter(lesson.shows).length} of ${seeds}, ends lower in ${lower}`,
  );
  for (const side of ["right", "wrong"]) {
    const losses = range(outcomes.map((outcome) => outcome[side].train.loss));
    const accuracies = range(outcomes.map((outcome) => outcome[side].train.accuracy));
    console.log(`  ${side}: loss ${losses}, accuracy ${accuracies}`);
  }
}

const only = process.argv[2];
for (const lesson of lessons.filter(({ bug }) => only === undefined || bug === only)) {
  compare(lesson.bug, lesson, {});
  if (lesson.card) compare(`  card, ${JSON.stringify(lesson.card.settings)}`, lesson, lesson.card.settings);
  const errors = gradientErrors({ ...configOf(lesson, 1), bug: lesson.bug }, 3);
  console.log(`  gradients against nudging: ${errors.map((error) => error.toPrecision(2)).join(", ")}`);
}
await server.close();
