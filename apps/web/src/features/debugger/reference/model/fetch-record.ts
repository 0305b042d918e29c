import type { DecisionRecord, Reference } from '@signet/contracts';
import { readRecord } from '../../../../parts/explanation/model/read-record.ts';
import { addressOf, ask, type Surroundings, type Unanswered } from '../../../../parts/session/ask-signet.ts';

/** The address of a record, in full, so that it can be shown first. */
export function recordAddress(origin: string, reference: Reference): string {
  return addressOf(origin, 'explain', { reference });
}

/** The record of one request, which only an administrator may read. */
export async function fetchRecord(
  surroundings: Surroundings,
  reference: Reference,
  accessToken: string,
): Promise<{ readonly kind: 'record'; readonly record: DecisionRecord } | Unanswered> {
  const answer = await ask({ ...surroundings, accessToken }, 'explain', { reference });
  if (answer.kind !== 'answered') return answer;
  const record = readRecord(answer.body);
  return record?.reference === reference ? { kind: 'record', record } : { kind: 'nobody' };
}
