import { type Floats, isElsewhere, type Tensor } from "@outgrad/engine";

/**
 * The numbers, in an array of their own. Throws if they are kept elsewhere and have not been read; `where` begins the
 * sentence, `what` names them.
 */
export function numbersOf(where: string, what: string, t: Tensor): Floats {
  const copy = t.detach();
  if (!isElsewhere(copy)) return copy.data;
  try {
    return copy.data;
  } catch (cause) {
    const sentence = `${where}: the numbers of ${what} are on ${t.backend.name}; call it after await readNumbers(...).`;
    throw new Error(sentence, { cause });
  }
}
