/** For every vertex a list of others, all lists in one array: that of v lies from starts[v] up to starts[v + 1]. */
export interface Links {
  readonly starts: Int32Array;
  readonly to: Int32Array;
}

/** Lists as links. */
export function linksOf(lists: readonly (readonly number[])[]): Links {
  const starts = new Int32Array(lists.length + 1);
  for (const [v, list] of lists.entries()) starts[v + 1] = (starts[v] as number) + list.length;
  const to = new Int32Array(starts.at(-1) as number);
  for (const [v, list] of lists.entries()) to.set(list, starts[v] as number);
  return { starts, to };
}

/** Puts value i into the list of key i; what comes first stays first. */
export function sorted(keys: ArrayLike<number>, values: ArrayLike<number>, count: number): Links {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i++) {
    const after = (keys[i] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let v = 0; v < count; v++) starts[v + 1] = (starts[v + 1] as number) + (starts[v] as number);
  const next = starts.slice(0, count);
  const to = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    to[next[key] as number] = values[i] as number;
    next[key] = (next[key] as number) + 1;
  }
  return { starts, to };
}

/** Who has v in their lists, for every v; twice, if it is there twice. */
export function turned({ starts, to }: Links): Links {
  const count = starts.length - 1;
  const from = new Int32Array(to.length);
  for (let v = 0; v < count; v++) from.fill(v, starts[v], starts[v + 1]);
  return sorted(to, from, count);
}

/** How long the list of v is. */
export function lengthOf({ starts }: Links, v: number): number {
  return (starts[v + 1] as number) - (starts[v] as number);
}
