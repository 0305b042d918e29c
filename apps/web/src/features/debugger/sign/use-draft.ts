import type { Jwk } from '@signet/token';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useWords } from '../../../ui/language/use-language.ts';
import { useSearch } from '../use-search.ts';
import { accessTokenHash } from './model/access-token-hash.ts';
import { type DraftAlgorithm, type DraftKey, makeDraftKey, publicJwkOf } from './model/draft-key.ts';
import { setMember, textMember } from './model/edit-json.ts';
import type { PresetName } from './model/presets.ts';
import { type Draft, type SignedDraft, signDraft } from './model/sign-draft.ts';
import { carryKey, nameKey, startDraft } from './model/start-draft.ts';

/** The signing desk: what is on it, and what can be done. */
export interface DraftState extends Draft {
  /** Undefined while the signature is being written. */
  readonly signed: SignedDraft | undefined;
  readonly setHeader: (text: string) => void;
  readonly setPayload: (text: string) => void;
  readonly setKeyText: (text: string) => void;
  /** Makes a new key for the algorithm and names both in the header. */
  readonly renewKey: (algorithm: DraftAlgorithm) => void;
  readonly start: (preset: PresetName) => void;
  /** Sets a time claim to now and this many seconds. */
  readonly setTime: (claim: 'iat' | 'nbf' | 'exp', fromNow: number) => void;
  /** Ties a proof to an access token. */
  readonly bindTo: (accessToken: string) => void;
}

const pause = 120;

function now(): number {
  return Math.floor(Date.now() / 1000);
}

const noKey: DraftKey = { algorithm: 'ES256', text: '' };

function firstDraft(): Draft {
  return { ...startDraft('access-token', noKey, now(), crypto.randomUUID()), key: noKey };
}

/** A draft that is signed anew whenever it has rested for a moment. It lives in memory only. */
export function useDraft(): DraftState {
  const [draft, setDraft] = useState<Draft>(firstDraft);
  const change = (part: Partial<Draft>): void => setDraft((current) => ({ ...current, ...part }));
  const publicJwk = usePublicJwk(draft.key, (jwk) =>
    setDraft((current) => ({ ...current, header: carryKey(current.header, jwk) })),
  );
  const renewKey = (algorithm: DraftAlgorithm): void => {
    void makeDraftKey(algorithm).then(({ kid, ...key }) =>
      setDraft((current) => ({ ...current, key, header: nameKey(current.header, { ...key, kid }) })),
    );
  };
  const startKey = useEffectEvent(() => renewKey(noKey.algorithm));
  useEffect(() => startKey(), []);
  const spoken = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says of the draft changes with the words.
  const question = useMemo(() => (draft.key.text === '' ? undefined : { ...draft }), [draft, spoken]);
  const setClaim = (name: string, json: string): void =>
    setDraft((current) => ({ ...current, payload: setMember(current.payload, name, json) }));
  return {
    ...draft,
    signed: useSearch(question, signDraft, pause),
    setHeader: (header) => change({ header }),
    setPayload: (payload) => change({ payload }),
    setKeyText: (text) => setDraft((current) => ({ ...current, key: { ...current.key, text } })),
    renewKey,
    start: (name) => {
      const { algorithm } = draft.key;
      const kid = textMember(draft.header, 'kid');
      change(startDraft(name, { algorithm, kid, publicJwk }, now(), crypto.randomUUID()));
      // A proof shows its key to everybody, which a shared secret does not survive (RFC 9449 §4.2).
      if (name === 'dpop-proof' && algorithm.startsWith('HS')) renewKey('ES256');
    },
    setTime: (claim, fromNow) => setClaim(claim, String(now() + fromNow)),
    bindTo: (accessToken) =>
      void accessTokenHash(accessToken).then((hash) => setClaim('ath', JSON.stringify(hash))),
  };
}

/** The public half of the key, once it has been read; `onKnown` is told each time. */
function usePublicJwk(key: DraftKey, onKnown: (jwk: Jwk | undefined) => void): Jwk | undefined {
  const [known, setKnown] = useState<{ readonly key: DraftKey; readonly jwk: Jwk | undefined }>();
  const tell = useEffectEvent(onKnown);
  useEffect(() => {
    let isCurrent = true;
    void publicJwkOf(key).then((jwk) => {
      if (!isCurrent) return;
      setKnown({ key, jwk });
      tell(jwk);
    });
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return known?.key === key ? known.jwk : undefined;
}
