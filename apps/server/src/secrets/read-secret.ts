import { refusal, type SecretReference, SignetError } from '@signet/contracts';
import { runSecretCommand } from './secret-command.ts';
import { readSecretFile } from './secret-file.ts';

/** Where references lead to. */
export interface SecretPlaces {
  readonly variable: (name: string) => string | undefined;
  /** What a path in the configuration is relative to. */
  readonly folder: string;
}

/**
 * The secret that a reference leads to, without the line end that editors and commands put behind it. The one reader of
 * references, whatever the secret is for.
 * @throws SignetError `secret_unreadable`, `secret_exposed`; neither tells anything of the secret
 */
export function readSecret(reference: SecretReference, { variable, folder }: SecretPlaces): string {
  switch (reference.kind) {
    case 'env':
      return withoutLineEnd(fromVariable(reference.name, variable(reference.name)));
    case 'file':
      return withoutLineEnd(readSecretFile(reference.path, folder));
    case 'exec':
      return withoutLineEnd(runSecretCommand(reference.command, { folder }));
    case 'literal':
      return reference.secret.reveal();
  }
}

function fromVariable(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw new SignetError(refusal('secret_unreadable.variable', { name }));
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}
