import type { ReactElement } from 'react';

/** For the password manager, which nobody sees: whose password the form takes. */
export function OwnerField({ username }: { readonly username: string }): ReactElement {
  return (
    <input
      type="text"
      className="visually-hidden"
      name="username"
      autoComplete="username"
      value={username}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
