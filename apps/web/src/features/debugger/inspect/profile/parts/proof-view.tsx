import { IconLink } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { CopyButton } from '../../../../../ui/copy/copy-button.tsx';
import { words as shared } from '../../words.ts';
import type { Proof } from '../model/proof.ts';
import { words } from '../words.ts';

/** What a DPoP proof binds: its key, and the access token to it. */
export function ProofView({ proof }: { readonly proof: Proof }): ReactElement | null {
  const { thumbprint, isPossessed = false, binding } = proof;
  if (thumbprint === undefined) return null;
  return (
    <section className="profile-proof" aria-label={words.proof.title}>
      <h3 className="profile-subtitle">{words.proof.title}</h3>
      <div className="profile-thumbprint">
        <span className="profile-label">{words.proof.key}</span>
        <code>{thumbprint}</code>
        <CopyButton text={thumbprint} label={words.proof.copyKey} done={shared.copied} />
      </div>
      {isPossessed && <p>{words.proof.possessed}</p>}
      {binding !== undefined && (
        <p className="profile-binding">
          <IconLink size={16} stroke={1.75} aria-hidden />
          {words.proof[binding]}
        </p>
      )}
    </section>
  );
}
