import type { CrookedRequest } from './crooked/crooked-request.ts';
import { type Finding, judge, judgeOrdinary, type Outcome } from './judge.ts';
import type { Probe } from './probe.ts';
import type { Proof } from './proof/proof.ts';
import { type Sample, writeRequest } from './sample.ts';
import { sendRaw } from './send-raw.ts';

export interface Interviewed {
  /** Where it listens on this machine. */
  readonly port: number;
  /** What stands behind it. */
  readonly probe: Pick<Probe, 'take'>;
  /** Called before each request. */
  readonly keepAwake: () => void;
}

export interface Questions {
  readonly sample: Sample;
  readonly proof: Pick<Proof, 'prove'>;
  readonly crooked: readonly CrookedRequest[];
}

/**
 * Sends one request after another, an ordinary one first and last: where the first does not come through, nothing is learnt
 * from what is refused, and what came late of the others is found beside the last.
 */
export async function interview(
  interviewed: Interviewed,
  { sample, proof, crooked }: Questions,
): Promise<readonly Finding[]> {
  const ordinary = async (id: string) =>
    judgeOrdinary(id, await ask(interviewed, writeRequest(await proof.prove(sample))));
  const first = await ordinary('ordinary');
  if (first.verdict !== 'held') return [first];
  const findings = [first];
  for (const each of crooked) {
    const bytes = await each.write(each.unproven === true ? sample : await proof.prove(sample));
    findings.push(judge(each, await ask(interviewed, bytes)));
  }
  return [...findings, await ordinary('ordinary-again')];
}

async function ask({ port, probe, keepAwake }: Interviewed, bytes: string): Promise<Outcome> {
  keepAwake();
  const answer = await sendRaw(port, bytes);
  return { answer, arrivals: probe.take() };
}
