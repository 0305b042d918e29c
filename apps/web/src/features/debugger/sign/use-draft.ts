import { useMemo, useState } from 'react';
import { useWords } from '../../../ui/language/use-language.ts';
import { useSearch } from '../../../ui/latest/use-search.ts';
import { accessTokenHash } from './model/access-token-hash.ts';
import { draftAlgorithms, namesOf } from './model/draft-key.ts';
import { setMember, textMember } from './model/edit-json.ts';
import { type MadeToken, makeToken, type Output, type Plan } from './model/make-token.ts';
import type { PresetName } from './model/presets.ts';
import type { NotMade } from './model/sign-draft.ts';
import { nameKey, startDraft, type Texts } from './model/start-draft.ts';
import { type DisclosureState, useDisclosure } from './use-disclosure.ts';
import { type HoldingState, useHolding } from './use-holding.ts';
import { type RecipientState, useRecipient } from './use-recipient.ts';
import { type SerialisationState, useSerialisation } from './use-serialisation.ts';
import { type SigningKeyState, useSigningKey } from './use-signing-key.ts';

/** The signing desk: what is on it, and what can be done. */
export interface DraftState extends Texts {
  readonly output: Output;
  readonly serialisation: SerialisationState;
  readonly signingKey: SigningKeyState;
  readonly recipient: RecipientState;
  readonly disclosure: DisclosureState;
  readonly holding: HoldingState;
  /** Undefined while the token is being made. */
  readonly made: MadeToken | NotMade | undefined;
  readonly setOutput: (output: Output) => void;
  readonly setHeader: (text: string) => void;
  readonly setPayload: (text: string) => void;
  readonly start: (preset: PresetName) => void;
  /** Takes header and payload of another token, to be signed by a key of this desk. */
  readonly take: (texts: Texts) => void;
  /** Sets a time claim to now and this many seconds. */
  readonly setTime: (claim: 'iat' | 'nbf' | 'exp', fromNow: number) => void;
  /** Ties a proof to an access token. */
  readonly bindTo: (accessToken: string) => void;
}

const pause = 120;

function now(): number {
  return Math.floor(Date.now() / 1000);
}

/** A draft that is made anew whenever it has rested for a moment. It lives in memory only. */
export function useDraft(): DraftState {
  const [texts, setTexts] = useState<Texts>(() =>
    startDraft('access-token', { algorithm: 'ES256' }, now(), crypto.randomUUID()),
  );
  const [output, setOutput] = useState<Output>('signed');
  const signingKey = useSigningKey((named) =>
    setTexts((current) => ({ ...current, header: nameKey(current.header, named) })),
  );
  const recipient = useRecipient(encrypts(output));
  const disclosure = useDisclosure(texts.payload);
  const holding = useHolding();
  const change = (part: Partial<Texts>): void => setTexts((current) => ({ ...current, ...part }));
  const setHeader = (header: string): void => change({ header });
  const serialisation = useSerialisation(texts.header, setHeader);
  const plan = usePlan(output, texts, { serialisation, signingKey, recipient, disclosure, holding });
  const setClaim = (name: string, json: string): void =>
    setTexts((current) => ({ ...current, payload: setMember(current.payload, name, json) }));
  return {
    ...texts,
    output,
    serialisation,
    signingKey,
    recipient,
    disclosure,
    holding,
    made: useSearch(plan, makeToken, pause),
    setOutput,
    setHeader,
    setPayload: (payload) => change({ payload }),
    start: (name) => {
      const { key, publicJwk, choose } = signingKey;
      const kid = textMember(texts.header, 'kid');
      const named = {
        algorithm: key.algorithm,
        kid: kid ?? textOf(publicJwk?.['kid']) ?? key.kid,
        publicJwk,
      };
      setTexts(startDraft(name, named, now(), crypto.randomUUID()));
      if (name === 'credential') setOutput('sd-jwt');
      else if (output === 'sd-jwt') setOutput('signed');
      // A proof shows its key to everybody, which a shared secret does not survive (RFC 9449 §4.2).
      if (name === 'dpop-proof' && key.algorithm.startsWith('HS')) choose('ES256');
    },
    take: (taken) => {
      const { key, publicJwk, choose } = signingKey;
      const wanted = draftAlgorithms.find((name) =>
        namesOf(name).includes(textMember(taken.header, 'alg') ?? ''),
      );
      const kid = textOf(publicJwk?.['kid']) ?? key.kid;
      const named = { algorithm: key.algorithm, kid, publicJwk };
      setTexts({ ...taken, header: nameKey(taken.header, named) });
      setOutput('signed');
      if (wanted !== undefined && wanted !== key.algorithm) choose(wanted);
    },
    setTime: (claim, fromNow) => setClaim(claim, String(now() + fromNow)),
    bindTo: (accessToken) =>
      void accessTokenHash(accessToken).then((hash) => setClaim('ath', JSON.stringify(hash))),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function encrypts(output: Output): boolean {
  return output === 'nested' || output === 'encrypted';
}

type Parts = Pick<DraftState, 'serialisation' | 'signingKey' | 'recipient' | 'disclosure' | 'holding'>;

/** The same object as long as nothing of it changes; undefined while a key is being made. */
function usePlan(
  output: Output,
  { header, payload }: Texts,
  {
    serialisation: { writing },
    signingKey: { key },
    recipient: { recipient },
    disclosure: { chosen },
    holding: { holding },
  }: Parts,
): Plan | undefined {
  const spoken = useWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said of a draft changes with the words.
  return useMemo(() => {
    const isWaiting =
      (output !== 'encrypted' && isPending(key)) ||
      (encrypts(output) && isPending(recipient)) ||
      (output === 'sd-jwt' && holding.key !== undefined && isPending(holding.key));
    if (isWaiting) return undefined;
    const paths = chosen.map(({ path }) => path);
    return { output, draft: { header, payload, key }, writing, recipient, paths, holding };
  }, [output, header, payload, key, writing, recipient, chosen, holding, spoken]);
}

function isPending({ text, isLacking }: { readonly text: string; readonly isLacking?: true }): boolean {
  return text === '' && isLacking !== true;
}
