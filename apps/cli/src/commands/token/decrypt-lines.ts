import { type Decryption, decryptJwe, openDecryptionKeys } from '@signet/token/jwe';
import { readGivenKeys } from '@signet/token/keys';
import type { Context } from '../../context.ts';
import { answerLines } from '../../jsonl/answer-lines.ts';
import { KeyCache } from '../../jsonl/key-cache.ts';
import {
  answerOrSayWhy,
  type LineAnswer,
  optionalText,
  reasonOf,
  warningsOf,
} from '../../jsonl/line-answer.ts';
import { longestLine } from '../../jsonl/read-lines.ts';
import { refuseBesideLines } from '../../verification/refuse-beside-lines.ts';

/** What a line gives, and may ask for. */
export const decryptMembers: string = 'id, token, key; alg';

/** Decrypts each JWE on standard input with the key of its line; the content goes out as base64url. */
export async function decryptLines(
  { terminal }: Context,
  argument: string | undefined,
  options: Readonly<Record<string, unknown>>,
): Promise<void> {
  refuseBesideLines(argument, options, decryptMembers);
  const keys = new KeyCache((key) => {
    const given = readGivenKeys(key);
    return given.kind === 'key' ? { kind: 'key' as const, key: openDecryptionKeys(given.key) } : given;
  });
  await answerLines(terminal, async (line) => {
    const answer = await answerOrSayWhy(line, async (question) => {
      const { id, token } = question;
      const algorithm = optionalText(question, 'alg');
      const opened = keys.get(question.key);
      if (opened.kind === 'refused')
        return { id, valid: false, code: opened.refusal.code, reason: reasonOf(opened.refusal) };
      const pin = algorithm === undefined ? {} : { algorithm };
      return answerOf(id, await decryptJwe(token, { keys: opened.key, maxBytes: longestLine, ...pin }));
    });
    return JSON.stringify(answer);
  });
}

function answerOf(id: unknown, { verdict, header }: Decryption): LineAnswer {
  const about = { alg: text(header?.['alg']), enc: text(header?.['enc']), header };
  if (verdict.verdict === 'refused') {
    const { refusal } = verdict;
    return { id, valid: false, code: refusal.code, reason: reasonOf(refusal), ...about };
  }
  const { algorithm, encryption, plaintext, warnings } = verdict.token;
  const reason = `The token was decrypted (${algorithm}, ${encryption}).${warnings.map((each) => ` ${each}`).join('')}`;
  return {
    id,
    valid: true,
    code: 'decrypted',
    reason,
    ...about,
    plaintext: Buffer.from(plaintext).toString('base64url'),
    ...warningsOf(warnings),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
