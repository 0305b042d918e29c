/** Where a secret is, said in `signet.yaml` in place of the secret. Whoever starts Signet reads it there. */
export type SecretReference =
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'exec'; readonly command: string }
  | VaultReference
  | AwsReference
  | AzureReference
  | { readonly kind: 'literal'; readonly secret: LiteralSecret };

/** A field of a secret of HashiCorp Vault's KV engine, version 2. */
export interface VaultReference {
  readonly kind: 'vault';
  /** As its API has it, below `/v1/`: `MOUNT/data/PATH`. */
  readonly path: string;
  readonly field: string;
  /** Absent: the newest. */
  readonly version?: number;
}

/** A secret of AWS Secrets Manager. */
export interface AwsReference {
  readonly kind: 'aws';
  /** Its name or ARN. */
  readonly id: string;
  /** Absent: the whole text of the secret; otherwise a member of the JSON object that it is. */
  readonly field?: string;
  /** Absent: `AWSCURRENT`. */
  readonly stage?: string;
}

/** A secret of the Azure Key Vault that the configuration names. */
export interface AzureReference {
  readonly kind: 'azure';
  readonly name: string;
  /** Absent: the newest. */
  readonly version?: string;
  /** As of `AwsReference`. */
  readonly field?: string;
}

/** A secret that stands in the file as it is. It is told to nobody who prints, logs or sends the configuration. */
export class LiteralSecret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toJSON(): string {
    return 'a secret, not shown';
  }
}

const references = new WeakSet<object>();

/** Whether it was read as one, in whatever place of a configuration it stands. */
export function isSecretReference(value: object): value is SecretReference {
  return references.has(value);
}

/** `undefined` for what begins like a reference and is none: it must not pass for a secret. */
export function readReference(text: string): SecretReference | undefined {
  const reference = parseReference(text);
  if (reference !== undefined) references.add(reference);
  return reference;
}

function parseReference(text: string): SecretReference | undefined {
  const [, scheme, rest = ''] = /^(env|file|exec|vault|aws|azure):(.*)$/s.exec(text) ?? [];
  switch (scheme) {
    case 'env':
      return /^[A-Za-z_][A-Za-z0-9_]*$/.test(rest) ? { kind: 'env', name: rest } : undefined;
    case 'file':
      return rest.trim() === '' || rest.includes('\0') ? undefined : { kind: 'file', path: rest };
    case 'exec':
      return rest.trim() === '' || rest.includes('\0') ? undefined : { kind: 'exec', command: rest.trim() };
    case 'vault':
      return readVault(rest);
    case 'aws':
      return readAws(rest);
    case 'azure':
      return readAzure(rest);
    default:
      return { kind: 'literal', secret: new LiteralSecret(text) };
  }
}

/** As a person writes it; of a secret that is written out, nothing. */
export function tellReference(reference: SecretReference): string {
  switch (reference.kind) {
    case 'env':
      return `env:${reference.name}`;
    case 'file':
      return `file:${reference.path}`;
    case 'exec':
      return `exec:${reference.command}`;
    case 'vault': {
      const { path, field, version } = reference;
      return `vault:${path}${version === undefined ? '' : `?version=${version}`}#${field}`;
    }
    case 'aws': {
      const { id, field, stage } = reference;
      return `aws:${id}${stage === undefined ? '' : `?stage=${stage}`}${fieldAt(field)}`;
    }
    case 'azure': {
      const { name, version, field } = reference;
      return `azure:${name}${version === undefined ? '' : `/${version}`}${fieldAt(field)}`;
    }
    case 'literal':
      return 'written out in the file';
  }
}

function fieldAt(field: string | undefined): string {
  return field === undefined ? '' : `#${field}`;
}

/** Segments that no server reads as a step up, and nothing that would have to be escaped. */
const segment = String.raw`(?!\.{1,2}(?:[/?#]|$))[A-Za-z0-9_.~@+=:-]{1,128}`;
const vaultForm = new RegExp(
  String.raw`^((?:${segment}/){1,4}data(?:/${segment}){1,16})(?:\?version=([1-9][0-9]{0,8}))?#([A-Za-z0-9_.-]{1,128})$`,
);

function readVault(text: string): VaultReference | undefined {
  const [, path, version, field] = vaultForm.exec(text) ?? [];
  if (path === undefined || field === undefined) return undefined;
  return { kind: 'vault', path, field, ...(version === undefined ? {} : { version: Number(version) }) };
}

const awsForm =
  /^(arn:aws[a-z-]*:secretsmanager:[a-z0-9-]{1,32}:[0-9]{12}:secret:[A-Za-z0-9/_+=.@!-]{1,512}|[A-Za-z0-9/_+=.@!-]{1,512})(?:\?stage=([A-Za-z0-9_+=.@-]{1,256}))?(?:#([A-Za-z0-9_.-]{1,128}))?$/;

function readAws(text: string): AwsReference | undefined {
  const [, id, stage, field] = awsForm.exec(text) ?? [];
  if (id === undefined) return undefined;
  return {
    kind: 'aws',
    id,
    ...(stage === undefined ? {} : { stage }),
    ...(field === undefined ? {} : { field }),
  };
}

const azureForm = /^([A-Za-z0-9-]{1,127})(?:\/([0-9a-f]{32}))?(?:#([A-Za-z0-9_.-]{1,128}))?$/;

function readAzure(text: string): AzureReference | undefined {
  const [, name, version, field] = azureForm.exec(text) ?? [];
  if (name === undefined) return undefined;
  const named = { kind: 'azure', name } as const;
  return {
    ...named,
    ...(version === undefined ? {} : { version }),
    ...(field === undefined ? {} : { field }),
  };
}
