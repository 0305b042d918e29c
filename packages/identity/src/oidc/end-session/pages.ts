import type { RegisteredClient } from '../../clients/registered-client.ts';
import { endSessionPath } from '../addresses.ts';
import { escaped, pageOf } from '../page.ts';
import type { PageLanguage } from '../page-language.ts';
import type { EndSessionRequest } from './end-session.ts';
import { signOutWords } from './words.ts';

/** What only our own page sends. */
export const agreedField = 'agreed';

const carried = ['client_id', 'post_logout_redirect_uri', 'state'] as const;

export function askPage(
  request: EndSessionRequest,
  client: RegisteredClient | undefined,
  language: PageLanguage,
): string {
  const words = signOutWords[language];
  const fields = carried.flatMap((name) => {
    const value = request[name];
    return value === undefined ? [] : [`<input type="hidden" name="${name}" value="${escaped(value)}">`];
  });
  const asks = client === undefined ? words.cameHere : naming(client, words.appAsks);
  return pageOf(
    words.askTitle,
    `<p>${escaped(asks)} ${escaped(words.everywhere)}</p>
<form method="post" action="${endSessionPath}">
${fields.join('\n')}
<button type="submit" name="${agreedField}" value="yes">${escaped(words.signOut)}</button>
</form>`,
    language,
  );
}

export function overPage(
  back: { readonly client: RegisteredClient; readonly to: string } | undefined,
  language: PageLanguage,
): string {
  const words = signOutWords[language];
  const link =
    back === undefined
      ? ''
      : `\n<p><a href="${escaped(back.to)}">${escaped(naming(back.client, words.back))}</a></p>`;
  return pageOf(words.overTitle, `<p>${escaped(words.over)}</p>${link}`, language);
}

function naming({ name }: RegisteredClient, text: string): string {
  return text.replace('{app}', () => name);
}
