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
  type Passkey,
  removeAuthenticator,
  renewCodes,
} from './own-factors.ts';
import { addPasskey, removePasskey, renamePasskey } from './own-passkeys.ts';

/** What a person is about to change. */
export type Doing = 'add' | 'remove' | 'renew' | 'addPasskey' | 'removePasskey';

/** How far they are with it. */
export type Step =
  | { readonly name: 'prove'; readonly doing: Doing; readonly passkey?: Passkey }
  | { readonly name: 'rename'; readonly passkey: Passkey }
  | { readonly name: 'scan'; readonly begun: Begun }
  | { readonly name: 'keep'; readonly codes: readonly string[] };

export type News = 'added' | 'removed' | 'renewed' | 'passkeyAdded' | 'passkeyRemoved' | 'passkeyRenamed';

export interface FactorsWork {
  readonly factors: Factors | undefined;
  readonly step: Step | undefined;
  readonly fault: Unanswered | undefined;
  readonly isBusy: boolean;
  readonly news: News | undefined;
  /** The browser made no passkey, or showed none. */
  readonly isLeft: boolean;
  readonly begin: (doing: Doing, passkey?: Passkey) => void;
  readonly askName: (passkey: Passkey) => void;
  readonly rename: (name: string) => void;
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
  const [news, setNews] = useState<News>();
  const [isLeft, setLeft] = useState(false);
  const load = useCallback(async (): Promise<void> => {
    const listed = await listFactors(asPerson);
    if (listed.kind === 'read') setFactors(listed.value);
    else setFault(listed);
  }, [asPerson]);
  useEffect(() => void load(), [load]);

  async function work<Value>(
    asking: Promise<
      { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'left' } | Unanswered
    >,
    onRead: (value: Value) => void,
  ): Promise<void> {
    setBusy(true);
    const answer = await asking;
    setLeft(answer.kind === 'left');
    setFault(answer.kind === 'refused' || answer.kind === 'nobody' ? answer : undefined);
    if (answer.kind === 'read') onRead(answer.value);
    setBusy(false);
  }
  const settle = (done: News) => (left: Factors) => {
    setFactors(left);
    setStep(undefined);
    setNews(done);
  };
  const keep = (done: News) => (codes: readonly string[]) => {
    setStep(codes.length === 0 ? undefined : { name: 'keep', codes });
    setNews(done);
    void load();
  };
  const ways: { readonly [Each in Doing]: (proof: Proof, passkey?: Passkey) => Promise<void> } = {
    add: (proof) => work(beginAuthenticator(asPerson, proof), (begun) => setStep({ name: 'scan', begun })),
    remove: (proof) => work(removeAuthenticator(asPerson, proof), settle('removed')),
    renew: (proof) => work(renewCodes(asPerson, proof), keep('renewed')),
    addPasskey: (proof) => work(addPasskey(asPerson, proof), keep('passkeyAdded')),
    removePasskey: async (proof, passkey) =>
      passkey && work(removePasskey(asPerson, passkey.id, proof), settle('passkeyRemoved')),
  };
  const open = (next: Step): void => {
    setNews(undefined);
    setFault(undefined);
    setLeft(false);
    setStep(next);
  };
  return {
    factors,
    step,
    fault,
    isBusy,
    news,
    isLeft,
    begin: (doing, passkey) => open({ name: 'prove', doing, ...(passkey && { passkey }) }),
    askName: (passkey) => open({ name: 'rename', passkey }),
    rename: (name) => {
      if (step?.name !== 'rename') return;
      void work(renamePasskey(asPerson, step.passkey.id, name), settle('passkeyRenamed'));
    },
    prove: (proof) => void (step?.name === 'prove' && ways[step.doing](proof, step.passkey)),
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
