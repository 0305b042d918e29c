import { useEffect, useState } from 'react';
import type { RefusalText } from '../../../parts/explanation/model/read-refusal.ts';
import { currentLanguage } from '../../../ui/language/current-language.ts';
import { wordsLoaded } from '../../../ui/language/translated.ts';

type Speak = (refusal: RefusalText) => RefusalText;

/** Refusals in other languages are much text: they come behind the form, before anybody has typed a password. */
async function fetchSpeech(): Promise<Speak> {
  const { speakRefusal } = await import('../../../parts/explanation/model/speak-refusal.ts');
  await wordsLoaded();
  return speakRefusal;
}

/** As it came, in English: better than nothing where the words cannot be fetched. */
const asItCame: Speak = (refusal) => refusal;

/** How to say a refusal in the language of the page; undefined while its words are on their way. */
export function useSpeech(): Speak | undefined {
  const [speech, setSpeech] = useState<{ readonly speak: Speak }>();
  useEffect(() => {
    fetchSpeech().then(
      (speak) => setSpeech({ speak }),
      () => setSpeech({ speak: asItCame }),
    );
  }, []);
  return speech?.speak ?? (currentLanguage() === 'en' ? asItCame : undefined);
}
