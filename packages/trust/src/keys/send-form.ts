import type { SendForm } from '../ports/send-form.ts';
import { beginRequest, readAtMost } from './bounded-request.ts';

/** As much of an answer as is waited for; nothing of it is read. */
const mostBytes = 16_384;

/** With a limit on time, to the public Internet alone where so said, and without following redirects. */
export const sendForm: SendForm = async (url, form, limits) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(form).toString();
  const answer = await beginRequest(url, { method: 'POST', headers, body, ...limits });
  await readAtMost(answer, mostBytes);
  return answer.statusCode ?? 0;
};
