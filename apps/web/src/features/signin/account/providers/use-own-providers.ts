import { useCallback, useEffect, useRef, useState } from 'react';
import type { Unanswered } from '../../../../parts/session/ask-signet.ts';
import type { Proof } from '../../model/proof.ts';
import type { Account } from '../use-account.ts';
import {
  askForProofMail,
  beginJoining,
  beginProving,
  joinProvider,
  listProviders,
  type OwnProvider,
  partProvider,
} from './own-providers.ts';
import type { ProofMeans } from './proof-means.tsx';

export interface OwnProvidersWork {
  readonly providers: readonly OwnProvider[];
  readonly fault: Unanswered | undefined;
  readonly news: 'joined' | 'parted' | undefined;
  readonly isProven: boolean;
  readonly join: (provider: string, proof: Proof) => Promise<{ readonly kind: 'done' } | Unanswered>;
  readonly part: (issuer: string, proof: Proof) => Promise<{ readonly kind: 'done' } | Unanswered>;
  readonly means: Pick<ProofMeans, 'providers' | 'isProven' | 'sendMail' | 'goTo'>;
}

/** The providers of whose page this is, and what the browser came back from one of them for. */
export function useOwnProviders({ asPerson, go }: Pick<Account, 'asPerson' | 'go'>): OwnProvidersWork {
  const [providers, setProviders] = useState<readonly OwnProvider[]>([]);
  const [fault, setFault] = useState<Unanswered>();
  const [news, setNews] = useState<OwnProvidersWork['news']>();
  const came = useRef(location.hash);
  const [isProven] = useState(() => location.hash === '#proven');
  const load = useCallback(async (): Promise<void> => {
    const back = came.current;
    came.current = '';
    if (back === '#joined' || back === '#proven') history.replaceState(null, '', location.pathname);
    if (back === '#joined') {
      const joined = await joinProvider(asPerson);
      if (joined.kind === 'read') setNews('joined');
      else setFault(joined);
    }
    const listed = await listProviders(asPerson);
    if (listed.kind === 'read') setProviders(listed.value);
  }, [asPerson]);
  useEffect(() => void load(), [load]);
  return {
    providers,
    fault,
    news,
    isProven,
    async join(provider, proof) {
      const begun = await beginJoining(asPerson, provider, proof);
      if (begun.kind !== 'goes-on') return begun;
      go(begun.address);
      return { kind: 'done' };
    },
    async part(issuer, proof) {
      const left = await partProvider(asPerson, issuer, proof);
      if (left.kind !== 'read') return left;
      setProviders(left.value);
      setNews('parted');
      return { kind: 'done' };
    },
    means: {
      providers: providers.flatMap(({ provider, name, joined }) =>
        provider === undefined || joined === undefined ? [] : [{ provider, name }],
      ),
      isProven,
      sendMail: () => askForProofMail(asPerson),
      async goTo(provider) {
        const begun = await beginProving(asPerson, provider);
        if (begun.kind !== 'goes-on') return begun;
        go(begun.address);
        return undefined;
      },
    },
  };
}
