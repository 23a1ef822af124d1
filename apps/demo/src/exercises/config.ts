import { type Exercise, exerciseOf, exercises, type Language } from "@outgrad/exercises/track";

/** Where in the track the screen is. */
export interface Place {
  readonly exercise: Exercise;
  readonly language: Language;
}

const words: Readonly<Record<Language, string>> = { typescript: "ts", python: "py" };

/** What an address says of the place; nonsense says nothing. */
export function readPlace(query: URLSearchParams): Partial<Place> {
  const exercise = exerciseOf(query.get("id") ?? "");
  const language = (Object.keys(words) as Language[]).find((each) => words[each] === query.get("lang"));
  return { ...(exercise && { exercise }), ...(language && { language }) };
}

/** What `readPlace` reads. */
export const writePlace = ({ exercise, language }: Place): URLSearchParams =>
  new URLSearchParams({ id: exercise.id, lang: words[language] });

/** The link to an exercise. */
export const linkToExercise = (place: Place): string => `#exercises?${writePlace(place)}`;

/** The exercise after this one; undefined at the end of the track. */
export const nextOf = ({ number }: Exercise): Exercise | undefined => exercises[number];

export const languageNames: Readonly<Record<Language, string>> = {
  typescript: "TypeScript",
  python: "Python",
};
