/** The classic confusions. */
export const confusions: { text: string; link: string }[] = [];
