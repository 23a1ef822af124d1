// Random numbers of a fuzzer's case: the same for the same words, whatever other cases there are.

/** A stream of random integers for this seed, target and case (mulberry32 over a hash of the words). */
export function streamOf(...words) {
  let state = 0x811c9dc5;
  for (const character of words.join(" ")) {
    state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  }
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  next();
  return {
    /** An integer from 0 to below `most`. */
    below: (most) => next() % most,
    /** One of a list. */
    one: (list) => list[next() % list.length],
  };
}
