import { useCallback, useEffect, useState } from 'react';
import type { Unanswered } from '../../../../parts/session/ask-signet.ts';
import type { Proof } from '../../model/proof.ts';
import type { OwnAccount } from '../own-account.ts';
import {
  type Begun,
  beginAuthenticator,
  confirmAuthenticator,
  type Factors,
  listFactors,
  removeAuthenticator,
  renewCodes,
} from './own-factors.ts';

/** What a person is about to change. */
export type Doing = 'add' | 'remove' | 'renew';

/** How far they are with it. */
export type Step =
  | { readonly name: 'prove'; readonly doing: Doing }
  | { readonly name: 'scan'; readonly begun: Begun }
  | { readonly name: 'keep'; readonly codes: readonly string[] };

export interface FactorsWork {
  readonly factors: Factors | undefined;
  readonly step: Step | undefined;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly news: 'added' | 'removed' | 'renewed' | undefined;
  readonly begin: (doing: Doing) => void;
  readonly prove: (proof: Proof) => void;
  readonly confirm: (code: string) => void;
  readonly close: () => void;
}

/** What a person shows beside the password, and what is under way with it. */
export function useFactors(asPerson: OwnAccount['asPerson']): FactorsWork {
  const [factors, setFactors] = useState<Factors>();
  const [step, setStep] = useState<Step>();
  const [fault, setFault] = useState<Unanswered>();
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState<FactorsWork['news']>();
  const load = useCallback(async (): Promise<void> => {
    const listed = await listFactors(asPerson);
    if (listed.kind === 'read') setFactors(listed.value);
    else setFault(listed);
  }, [asPerson]);
  useEffect(() => void load(), [load]);

  async function work<Value>(
    asking: Promise<{ readonly kind: 'read'; readonly value: Value } | Unanswered>,
    onRead: (value: Value) => void,
  ): Promise<void> {
    setBusy(true);
    const answer = await asking;
    setFault(answer.kind === 'read' ? undefined : answer);
    if (answer.kind === 'read') onRead(answer.value);
    setBusy(false);
  }
  const keep = (done: FactorsWork['news']) => (codes: readonly string[]) => {
    setStep({ name: 'keep', codes });
    setNews(done);
    void load();
  };
  const ways: { readonly [Each in Doing]: (proof: Proof) => Promise<void> } = {
    add: (proof) => work(beginAuthenticator(asPerson, proof), (begun) => setStep({ name: 'scan', begun })),
    remove: (proof) =>
      work(removeAuthenticator(asPerson, proof), (left) => {
        setFactors(left);
        setStep(undefined);
        setNews('removed');
      }),
    renew: (proof) => work(renewCodes(asPerson, proof), keep('renewed')),
  };
  return {
    factors,
    step,
    fault,
    isBusy,
    news,
    begin: (doing) => {
      setNews(undefined);
      setFault(undefined);
      setStep({ name: 'prove', doing });
    },
    prove: (proof) => void (step?.name === 'prove' && ways[step.doing](proof)),
    confirm: (code) => {
      if (step?.name !== 'scan') return;
      const { enrolment } = step.begun;
      void work(confirmAuthenticator(asPerson, { enrolment, code }), keep('added'));
    },
    close: () => {
      setStep(undefined);
      setFault(undefined);
    },
  };
}
