/** Functions of printed models that put numbers in other places. */
export const arrangeHelpers = {
  view: `// The numbers from place \`at\` on, so many steps apart in each dim.
function view(x: Numbers, at: number, shape: readonly number[], steps: readonly number[]): Numbers {
  const places = shape.reduce((found: number[], size, dim) => {
    const step = steps[dim]!;
    return found.flatMap((place) => Array.from({ length: size }, (_, i) => place + i * step));
  }, [at]);
  return Numbers.from(places, (place) => x[place]!);
}
`,
  embed: `// A value everywhere but where the numbers go: from place \`at\` on, so many steps apart in each dim.
function embed(x: Numbers, size: number, value: number, at: number, shape: readonly number[], steps: readonly number[]): Numbers {
  const y = new Numbers(size).fill(value);
  const places = shape.reduce((found: number[], length, dim) => {
    const step = steps[dim]!;
    return found.flatMap((place) => Array.from({ length }, (_, i) => place + i * step));
  }, [at]);
  for (let i = 0; i < x.length; i++) y[places[i]!] = x[i]!;
  return y;
}
`,
  join: `// Lists side by side: of each so many numbers in turn.
function join(parts: readonly Numbers[], lengths: readonly number[], outer: number): Numbers {
  const y = new Numbers(parts.reduce((size, part) => size + part.length, 0));
  let to = 0;
  for (let o = 0; o < outer; o++) {
    for (let p = 0; p < parts.length; p++) {
      const length = lengths[p]!;
      for (let i = 0; i < length; i++) y[to++] = parts[p]![o * length + i]!;
    }
  }
  return y;
}
`,
} as const;
