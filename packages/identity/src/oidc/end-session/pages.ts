import type { RegisteredClient } from '../../clients/registered-client.ts';
import { endSessionPath } from '../addresses.ts';
import { escaped, pageOf } from '../page.ts';
import type { EndSessionRequest } from './end-session.ts';

/** What only our own page sends. */
export const agreedField = 'agreed';

const carried = ['client_id', 'post_logout_redirect_uri', 'state'] as const;

export function askPage(request: EndSessionRequest, client: RegisteredClient | undefined): string {
  const fields = carried.flatMap((name) => {
    const value = request[name];
    return value === undefined ? [] : [`<input type="hidden" name="${name}" value="${escaped(value)}">`];
  });
  const asks = client === undefined ? 'You came here to sign out.' : `${client.name} asks you to sign out.`;
  return pageOf(
    'Sign out?',
    `<p>${escaped(asks)} You will be signed out of every app on this device.</p>
<form method="post" action="${endSessionPath}">
${fields.join('\n')}
<button type="submit" name="${agreedField}" value="yes">Sign out</button>
</form>`,
  );
}

export function overPage(
  back: { readonly client: RegisteredClient; readonly to: string } | undefined,
): string {
  const link =
    back === undefined
      ? ''
      : `\n<p><a href="${escaped(back.to)}">Back to ${escaped(back.client.name)}</a></p>`;
  return pageOf(
    'You are signed out',
    `<p>Every app you signed in to here has ended your session.</p>${link}`,
  );
}
