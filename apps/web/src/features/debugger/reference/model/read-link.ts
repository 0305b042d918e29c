import { type DecisionRecord, longestExplanationLink } from '@signet/contracts';
import { decodeBase64url } from '@signet/token/base64url';
import { readRecord } from '../../../../parts/explanation/model/read-record.ts';

/** The record that `signet explain --link` put into a link; undefined for what is no such thing. */
export function readCarried(carried: string): DecisionRecord | undefined {
  if (carried.length > longestExplanationLink) return undefined;
  const { bytes, problems } = decodeBase64url(carried);
  if (problems.length > 0) return undefined;
  try {
    return readRecord(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}
