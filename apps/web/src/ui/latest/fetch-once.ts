import { wordsLoaded } from '../language/translated.ts';

/** How to come by a part of the page that is not needed for the first look. */
export type Fetch<Part> = () => Promise<Part>;

/** A part that speaks is shown once its words are here. */
export async function withWords<Part>(part: Promise<Part>): Promise<Part> {
  const loaded = await part;
  await wordsLoaded();
  return loaded;
}

/** Remembers what has come: what is asked for often is not looked up anew. */
export function once<Part>(fetch: Fetch<Part>): Fetch<Part> {
  let asked: Promise<Part> | undefined;
  return () => {
    asked ??= fetch().catch((error: unknown) => {
      asked = undefined;
      throw error;
    });
    return asked;
  };
}
