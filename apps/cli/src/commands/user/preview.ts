import type { ClaimDifference, PreviewAnswer } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { findUser } from './find-user.ts';

export interface UserPreviewOptions extends ServerOptions {
  readonly client?: string;
  readonly audience?: string;
  readonly roles?: string;
  readonly groups?: string;
  readonly organization?: string;
}

/** Shows what a token of a person would say now, and what would be otherwise with other roles. Issues none. */
export async function previewUser(
  context: Context,
  name: string,
  options: UserPreviewOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const { id } = await findUser(admin, name);
  const { client, audience, roles, groups, organization } = options;
  const preview = await admin.previewToken({
    id,
    ...(client === undefined ? {} : { client }),
    ...(audience === undefined ? {} : { audience }),
    ...(roles === undefined ? {} : { roles }),
    ...(groups === undefined ? {} : { groups }),
    ...(organization === undefined ? {} : { organization }),
  });
  answer(context, options, preview, () => `${tell(preview).join('\n')}\n`);
}

function tell({ claims, expiresIn, differences }: PreviewAnswer): readonly string[] {
  return [
    safeText(JSON.stringify(claims, undefined, 2)),
    `Would live for ${expiresIn} s. Beside these a token has iat, exp, jti, sid, fam and how its person signed in.`,
    ...(differences === undefined ? [] : ['', 'With those:', ...tellDifferences(differences)]),
  ];
}

function tellDifferences(differences: readonly ClaimDifference[]): readonly string[] {
  if (differences.length === 0) return ['  nothing would be otherwise'];
  return differences.flatMap(({ claim, before, after }) => [
    `- ${line(claim, before)}`,
    `+ ${line(claim, after)}`,
  ]);
}

function line(claim: string, value: unknown): string {
  return safeText(`${claim}: ${value === undefined ? '(not there)' : JSON.stringify(value)}`);
}
