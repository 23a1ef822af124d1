/** Workgroups along one dim of a dispatch; WebGPU promises 65535. */
const most = 32_768;

/** Any number of workgroups: the dispatch, and lines that give each its number as `group`, or end it if it has none. */
export interface Grid {
  readonly workgroups: readonly [number, number, number];
  readonly lines: readonly string[];
}

/** `workgroup` is the name of the builtin workgroup_id in `main`. */
export function gridOf(count: number, workgroup = "workgroup"): Grid {
  if (count <= most) return { workgroups: [count, 1, 1], lines: [`let group = ${workgroup}.x;`] };
  const rows = Math.ceil(count / most);
  const lines = [`let group = ${workgroup}.y * ${most}u + ${workgroup}.x;`];
  if (count % most !== 0) lines.push(`if (group >= ${count}u) { return; }`);
  return { workgroups: [most, rows, 1], lines };
}
