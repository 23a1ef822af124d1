/** The runs of marked places. */
export function stretches(marked: Uint8Array): [from: number, to: number][] {
  const found: [number, number][] = [];
  for (let from = marked.indexOf(1); from >= 0; ) {
    const end = marked.indexOf(0, from);
    const to = end < 0 ? marked.length : end;
    found.push([from, to]);
    from = marked.indexOf(1, to);
  }
  return found;
}
