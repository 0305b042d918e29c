import type { ReactElement } from 'react';
import { Dialog } from '../../../../ui/dialog/dialog.tsx';
import type { Ways } from '../../factor/ways.ts';
import { KeptCodes } from './kept-codes.tsx';
import type { Factors } from './own-factors.ts';
import { ProveForm } from './prove-form.tsx';
import { RenameForm } from './rename-form.tsx';
import { ScanForm } from './scan-form.tsx';
import type { FactorsWork, Step } from './use-factors.ts';
import { words } from './words.ts';

interface FactorDialogProps {
  readonly username: string;
  readonly step: Step;
  readonly work: FactorsWork;
}

/** One change of how a person signs in, step by step. */
export function FactorDialog({ username, step, work }: FactorDialogProps): ReactElement {
  return (
    <Dialog title={titleOf(step)} onClose={work.close}>
      {(close) => <StepView username={username} step={step} work={work} close={close} />}
    </Dialog>
  );
}

function StepView({
  username,
  step,
  work,
  close,
}: FactorDialogProps & { readonly close: () => void }): ReactElement {
  const { fault, isBusy, factors, prove, confirm } = work;
  switch (step.name) {
    case 'prove':
      return (
        <ProveForm
          username={username}
          doing={step.doing}
          ways={factors && waysOf(factors)}
          isLeft={work.isLeft}
          fault={fault}
          isBusy={isBusy}
          onProof={prove}
          onCancel={close}
        />
      );
    case 'scan':
      return <ScanForm begun={step.begun} fault={fault} isBusy={isBusy} onCode={confirm} onCancel={close} />;
    case 'rename':
      return (
        <RenameForm
          passkey={step.passkey}
          fault={fault}
          isBusy={isBusy}
          onName={work.rename}
          onCancel={close}
        />
      );
    case 'keep':
      return <KeptCodes codes={step.codes} onKept={close} />;
  }
}

function waysOf({ authenticator, passkeys }: Factors): Ways | undefined {
  if (passkeys.length === 0) return authenticator && 'code';
  return authenticator === undefined ? 'passkey' : 'either';
}

function titleOf(step: Step): string {
  if (step.name === 'prove') return words.prove[step.doing];
  if (step.name === 'rename') return words.passkey.rename;
  return step.name === 'scan' ? words.scan.title : words.kept.title;
}
