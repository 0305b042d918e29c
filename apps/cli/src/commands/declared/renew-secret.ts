import type { RenewSecretAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { instant } from '../keys/instant.ts';
import { tellPlan } from '../keys/rotate.ts';

export interface RenewSecretOptions extends ServerOptions {
  readonly rotate?: boolean;
  readonly dryRun?: boolean;
  readonly dangerouslySignAtOnce?: boolean;
}

/** Takes a step with the secret that an API shares, or says what it would be and whom it would hurt. */
export async function renewApiSecret(
  context: Context,
  name: string,
  { rotate, dryRun, dangerouslySignAtOnce, ...options }: RenewSecretOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  if (dryRun === true) {
    const plan = await admin.planRotation({ series: `api:${name}` });
    return answer(context, options, plan, () => `${tellPlan(plan).join('\n')}\n`);
  }
  const done = await admin.renewApiSecret({
    name,
    ...(rotate === true ? { rotate } : {}),
    ...(dangerouslySignAtOnce === true ? { dangerouslySignAtOnce } : {}),
  });
  answer(context, options, done, () =>
    [
      outcomeLine(context.paint, true, sentenceOf(done)),
      ...(done.secret === undefined
        ? []
        : [`Secret    ${done.secret}   (shown this once; it is kept sealed)`]),
      `Key       ${done.key}, for ${done.algorithm}`,
      afterwards(done),
      '',
    ].join('\n'),
  );
}

function sentenceOf({ done, api }: RenewSecretAnswer): string {
  switch (done) {
    case 'made':
      return `Made the secret that ${api} shares; it signs its tokens from now on.`;
    case 'published':
      return `Made the next secret of ${api}; it signs nothing yet.`;
    case 'activated':
      return `The next secret of ${api} signs from now on.`;
  }
}

function afterwards({ done, api, at }: RenewSecretAnswer): string {
  switch (done) {
    case 'made':
      return 'Next      give it to the API as its bytes stand here, and to nobody else: who has it can sign';
    case 'published':
      return `Next      give it to the API beside the old one, then signet api secret ${api} --rotate, after ${instant(at)}`;
    case 'activated':
      return 'Before    the secret until now is good until its last token has expired; the API can forget it a day later';
  }
}
