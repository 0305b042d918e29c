import type { KeyResult } from '@signet/token';
import { useEffect, useEffectEvent, useState } from 'react';
import { type KeyText, type ReadKeyText, readKeyText } from './model/key-text.ts';

export type KeyReading = KeyResult<ReadKeyText>;

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
    void readKeyText(key).then((reading) => {
      if (!isCurrent) return;
      setLast({ key, reading });
      tell(key, reading);
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return last?.key === key ? last.reading : undefined;
}
