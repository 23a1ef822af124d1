// outgrad's ways to run a program, each a module of contestants/ with its option.
export const modes = [
  { name: "micro", module: "outgrad-micro" },
  { name: "Value", module: "outgrad-eager" },
  { name: "arena", module: "outgrad-arena" },
  { name: "replay", module: "outgrad-compiled", option: "replay" },
  { name: "vector", module: "outgrad-compiled", option: "vector" },
  { name: "wasm", module: "outgrad-compiled", option: "wasm" },
];

/** Makes the contestant of a mode for a workload. */
export async function makeMode(name, workload) {
  const { module, option } = modes.find((mode) => mode.name === name);
  const { make } = await import(`../contestants/${module}.mjs`);
  return () => make(workload, option);
}

/** CPU time of this process so far in microseconds: user and system, every thread. */
export function cpu() {
  const { user, system } = process.cpuUsage();
  return user + system;
}
