import { refusal } from '@signet/contracts';
import { Denial } from '../denial.ts';
import type { Checked, KnownMachines, PasswordAsking, ProvenMachine } from '../machines/known-machines.ts';
import type { Trace } from '../trace.ts';
import type { PresentedPassword, Verified } from './passage.ts';

interface MachineContext extends Omit<PasswordAsking, 'takes'> {
  readonly machines: KnownMachines;
  readonly trace: Trace;
}

/** Asks whether it is the password of a machine that the route takes. The answer is immediate where it was found a moment ago. */
export function verifyMachine(
  presented: PresentedPassword,
  { machines, trace, address, now }: MachineContext,
): Verified | Denial | Promise<Verified | Denial> {
  const { shown, route } = presented;
  const asking = { takes: route.basic?.takes, address, now };
  const known = machines.remembered(shown, asking);
  if (known !== undefined) return judged(known, presented, trace, true);
  return machines.check(shown, asking).then((checked) => judged(checked, presented, trace, false));
}

function judged(
  checked: Checked,
  { route, path }: PresentedPassword,
  trace: Trace,
  remembered: boolean,
): Verified | Denial {
  if (checked.kind !== 'right') return refused(checked);
  const { proven } = checked;
  const { token } = proven.machine;
  trace.tell({ step: 'verify-token', token, remembered, isMachine: true });
  return { route, path, token, machine: proven } as Verified;
}

function refused(checked: Exclude<Checked, { readonly kind: 'right' }>): Denial {
  switch (checked.kind) {
    case 'wrong':
      return wrongPassword(checked.note);
    case 'throttled': {
      const { seconds } = checked;
      const told = refusal('login_throttled.machine', { wait: seconds });
      return new Denial('verify-token', told, { headers: ['retry-after', String(seconds)] });
    }
    case 'busy':
      return new Denial('verify-token', refusal('overloaded.passwords'), { headers: ['retry-after', '1'] });
  }
}

/** The same for a wrong password, for a name that there is not, and for one that the route does not take. */
function wrongPassword(note?: string): Denial {
  return new Denial('verify-token', refusal('credentials_invalid.wrong'), note === undefined ? {} : { note });
}

/** Why a call that a machine made would not be admitted any more; undefined where it would. */
export async function machineGone(
  machines: KnownMachines,
  proven: ProvenMachine,
): Promise<Denial | undefined> {
  return (await machines.stands(proven)) ? undefined : wrongPassword();
}
