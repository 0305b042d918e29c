import type { ReactElement } from 'react';

interface NamedProps {
  readonly text: string;
  /** Stands in the text; it comes from elsewhere, so that it can be of any script and direction. */
  readonly name: string;
}

/** A sentence in which a name stands out, and steers the direction of nothing around it. */
export function Named({ text, name }: NamedProps): ReactElement {
  const at = text.indexOf(name);
  if (at === -1) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <bdi className="gate-name">{name}</bdi>
      {text.slice(at + name.length)}
    </>
  );
}
