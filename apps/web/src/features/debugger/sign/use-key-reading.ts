import type { KeyResult } from '@signet/token/keys';
import { useEffect, useEffectEvent, useState } from 'react';
import { type KeyText, type ReadKeyText, readKeyText } from './model/key-text.ts';

export type KeyReading = KeyResult<ReadKeyText>;

/** Milliseconds that a password must rest before it is tried. */
const pause = 120;

/**
 * What a key was read as; undefined until it is, and where there is no text.
 * @param onRead is told of each key once
 */
export function useKeyReading<Key extends KeyText>(
  key: Key,
  onRead: (key: Key, reading: KeyReading) => void,
): KeyReading | undefined {
  const [last, setLast] = useState<{ readonly key: Key; readonly reading: KeyReading }>();
  const tell = useEffectEvent(onRead);
  useEffect(() => {
    if (key.text === '') return undefined;
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const reading = await readKeyText(key);
      if (!isCurrent) return;
      setLast({ key, reading });
      tell(key, reading);
    };
    // A password is slow to try: not at each letter.
    const timer = setTimeout(() => void read(), key.password ? pause : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [key]);
  return last?.key === key ? last.reading : undefined;
}
