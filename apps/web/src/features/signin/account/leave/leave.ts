import { ask, type Unanswered } from '../../../../parts/session/ask-signet.ts';
import { currentLanguage } from '../../../../ui/language/current-language.ts';
import { type Proof, toSent } from '../../model/proof.ts';
import type { OwnAccount } from '../own-account.ts';

type Done<Value = object> = ({ readonly kind: 'done' } & Value) | Unanswered;

/** All that is held of the person, as the text of a file. */
export async function exportAccount(account: OwnAccount): Promise<Done<{ readonly file: string }>> {
  const answer = await account.asPerson((asking) =>
    ask({ ...asking, language: currentLanguage() }, 'exportAccount'),
  );
  return answer.kind === 'answered' ? { kind: 'done', file: JSON.stringify(answer.body, null, 2) } : answer;
}

/** The cookies go along, and are taken away by the answer. */
export async function deleteAccount(account: OwnAccount, proof: Proof): Promise<Done> {
  const answer = await account.asPerson(async (asking) =>
    ask({ ...asking, keepsCookies: true }, 'deleteAccount', await toSent(asking, proof)),
  );
  return answer.kind === 'answered' ? { kind: 'done' } : answer;
}
