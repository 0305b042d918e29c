import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useSearch } from '../use-search.ts';
import { type DraftAlgorithm, type DraftKey, makeDraftKey } from './model/draft-key.ts';
import { setMember, textMember } from './model/edit-json.ts';
import { makePreset, type PresetName } from './model/presets.ts';
import { type Draft, type SignedDraft, signDraft } from './model/sign-draft.ts';

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
}

const pause = 120;

function now(): number {
  return Math.floor(Date.now() / 1000);
}

function startDraft(
  name: PresetName,
  algorithm: DraftAlgorithm,
  kid?: string,
): Pick<Draft, 'header' | 'payload'> {
  const { typ, claims } = makePreset(name, now(), crypto.randomUUID());
  const header = { alg: algorithm, ...(kid !== undefined && { kid }), typ };
  return { header: JSON.stringify(header, null, 2), payload: JSON.stringify(claims, null, 2) };
}

/** A draft that is signed anew whenever it has rested for a moment. It lives in memory only. */
export function useDraft(): DraftState {
  const [draft, setDraft] = useState<Draft>(() => ({
    ...startDraft('access-token', 'ES256'),
    key: { algorithm: 'ES256', text: '' },
  }));
  const change = (part: Partial<Draft>): void => setDraft((current) => ({ ...current, ...part }));
  const renewKey = (algorithm: DraftAlgorithm): void => {
    void makeDraftKey(algorithm).then(({ kid, ...key }) =>
      setDraft((current) => ({ ...current, key, header: nameKey(current.header, key, kid) })),
    );
  };
  const startKey = useEffectEvent(() => renewKey('ES256'));
  useEffect(() => startKey(), []);
  const question = useMemo(() => (draft.key.text === '' ? undefined : draft), [draft]);
  return {
    ...draft,
    signed: useSearch(question, signDraft, pause),
    setHeader: (header) => change({ header }),
    setPayload: (payload) => change({ payload }),
    setKeyText: (text) => setDraft((current) => ({ ...current, key: { ...current.key, text } })),
    renewKey,
    start: (name) =>
      setDraft(({ header, key }) => ({ key, ...startDraft(name, key.algorithm, textMember(header, 'kid')) })),
    setTime: (claim, fromNow) =>
      setDraft((current) => ({
        ...current,
        payload: setMember(current.payload, claim, String(now() + fromNow)),
      })),
  };
}

function nameKey(header: string, { algorithm }: DraftKey, kid: string | undefined): string {
  const named = setMember(header, 'alg', JSON.stringify(algorithm));
  return setMember(named, 'kid', JSON.stringify(kid ?? 'shared-1'));
}
