import type { ReactElement } from 'react';
import { Dialog } from '../../../../ui/dialog/dialog.tsx';
import { KeptCodes } from './kept-codes.tsx';
import { ProveForm } from './prove-form.tsx';
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
          asksCode={factors?.authenticator !== undefined}
          fault={fault}
          isBusy={isBusy}
          onProof={prove}
          onCancel={close}
        />
      );
    case 'scan':
      return <ScanForm begun={step.begun} fault={fault} isBusy={isBusy} onCode={confirm} onCancel={close} />;
    case 'keep':
      return <KeptCodes codes={step.codes} onKept={close} />;
  }
}

function titleOf(step: Step): string {
  if (step.name === 'prove') return words.prove[step.doing];
  return step.name === 'scan' ? words.scan.title : words.kept.title;
}
