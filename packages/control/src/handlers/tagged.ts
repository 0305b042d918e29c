import type { HttpCall } from '@signet/http';

/** The answer, and its version where `If-Match` of the next change takes it from (RFC 9110 §8.8.3). */
export function tagged<Answer extends { readonly etag: string }>(
  answer: Answer,
  { reply }: HttpCall,
): Answer {
  reply.header('etag', answer.etag);
  return answer;
}
