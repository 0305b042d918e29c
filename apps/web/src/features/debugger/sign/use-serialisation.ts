import type { Serialisation } from '@signet/token/serialisation';
import { useState } from 'react';
import { isUnencoded, setUnencoded } from './model/b64.ts';
import type { Writing } from './model/make-token.ts';

/** How a signed token is written down. */
export interface SerialisationState {
  readonly writing: Writing;
  /** The payload is signed as it is; the header says so, and is the only place that does. */
  readonly isUnencoded: boolean;
  readonly setForm: (form: Serialisation) => void;
  readonly setDetached: (isDetached: boolean) => void;
  readonly setUnencoded: (isUnencoded: boolean) => void;
  readonly setAsWritten: (isAsWritten: boolean) => void;
}

export function useSerialisation(header: string, setHeader: (text: string) => void): SerialisationState {
  const [writing, setWriting] = useState<Writing>({ form: 'compact', isDetached: false });
  return {
    writing,
    isUnencoded: isUnencoded(header),
    setForm: (form) => setWriting((current) => ({ ...current, form })),
    setDetached: (isDetached) => setWriting((current) => ({ ...current, isDetached })),
    setAsWritten: (isAsWritten) => setWriting((current) => ({ ...current, isAsWritten })),
    setUnencoded: (isOn) => setHeader(setUnencoded(header, isOn)),
  };
}
