// Compares the public API of the package in this folder with its reports in etc/, one for each entry point.
// With --local it writes the reports; without, a difference is a failure.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const folder = process.cwd();
const localBuild = process.argv.includes("--local");
const silent = { logLevel: "none" };
const settings = {
  docModel: { enabled: false },
  dtsRollup: { enabled: false },
  tsdocMetadata: { enabled: false },
  newlineKind: "lf",
  messages: {
    tsdocMessageReporting: { default: silent },
    extractorMessageReporting: {
      default: { logLevel: "error" },
      "ae-forgotten-export": silent,
      "ae-missing-release-tag": silent,
      "ae-unresolved-link": silent,
      "ae-undocumented": silent,
    },
  },
};
const packageJsonFullPath = join(folder, "package.json");
const { name, exports } = JSON.parse(readFileSync(packageJsonFullPath, "utf8"));
const reportFolder = join(folder, "etc");
const reportTempFolder = join(folder, "dist/.api");
mkdirSync(reportFolder, { recursive: true });

let changed = false;
for (const [entry, target] of Object.entries(exports)) {
  if (typeof target === "string") continue;
  const reportFileName = `${name.split("/")[1]}${entry.slice(1).replaceAll("/", "-")}`;
  const { succeeded, apiReportChanged } = Extractor.invoke(
    ExtractorConfig.prepare({
      configObject: {
        ...settings,
        projectFolder: folder,
        mainEntryPointFilePath: join(folder, target.types),
        compiler: { tsconfigFilePath: join(folder, "tsconfig.build.json") },
        // Types that are not exported but used by what is, such as the methods of Value, are in the report too.
        apiReport: {
          enabled: true,
          includeForgottenExports: true,
          reportFileName,
          reportFolder,
          reportTempFolder,
        },
      },
      configObjectFullPath: undefined,
      packageJsonFullPath,
    }),
    {
      localBuild,
      messageCallback(message) {
        // Its own words name a command that this repository does not have.
        const isNoise = message.messageId === "console-preamble" || message.category === "console";
        if (isNoise && message.logLevel !== "error") message.handled = true;
      },
    },
  );
  if (apiReportChanged) console.log(`etc/${reportFileName}.api.md: ${localBuild ? "written" : "differs"}`);
  changed ||= !succeeded;
}
if (changed) {
  console.error(`The public API of ${name} is not what etc/ says. If that is intended: pnpm api`);
  process.exit(1);
}
