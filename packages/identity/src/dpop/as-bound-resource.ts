import { type AnswerRefusal, type ErrorCode, errorCatalogue, quotable } from '@signet/contracts';
import { assertionAlgorithms } from '../clients/client-keys.ts';

/** The `error` of RFC 9449 §7.1 for what is about a proof. */
const errors: Partial<Record<ErrorCode, string>> = {
  dpop_nonce_needed: 'use_dpop_nonce',
  dpop_proof_invalid: 'invalid_dpop_proof',
};

/** Answers refusals as an API does that takes bound tokens beside others: each challenge names both schemes (RFC 9449 §7.1). */
export function asBoundResource(answerRefusal: AnswerRefusal): AnswerRefusal {
  return (refusal, request, retryAfter) => {
    const answer = answerRefusal(refusal, request, retryAfter);
    const { 'www-authenticate': bearer } = answer.headers;
    if (bearer === undefined) return answer;
    const algorithms = `algs="${assertionAlgorithms.join(' ')}"`;
    const error = errors[refusal.code];
    const told = error === undefined ? '' : `error="${error}", `;
    const described = error === undefined ? '' : `error_description="${quotable(refusal.sentence)}", `;
    const challenge = `DPoP ${told}${described}${algorithms}`;
    const isOfProof = errorCatalogue[refusal.code].status === 401 && error !== undefined;
    const both = isOfProof ? challenge : `${bearer}, ${challenge}`;
    return { ...answer, headers: { ...answer.headers, 'www-authenticate': both } };
  };
}
