import { Agent, request } from 'undici';
import type { SendForm } from '../ports/send-form.ts';
import { publicAgent } from './public-agent.ts';

/** What an answer may hold; nothing of it is read. */
const mostBytes = 16_384;
const agents = { public: publicAgent({}), anywhere: new Agent() };

/** With a limit on time, to the public Internet alone where so said, and without following redirects. */
export const sendForm: SendForm = async (url, form, { timeoutMs, reach }) => {
  const { statusCode, body } = await request(url, {
    method: 'POST',
    dispatcher: agents[reach],
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
    signal: AbortSignal.timeout(timeoutMs),
  });
  await body.dump({ limit: mostBytes });
  return statusCode;
};
