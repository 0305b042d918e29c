import { IconX } from '@tabler/icons-react';
import { type ReactElement, useEffect, useEffectEvent, useId, useRef } from 'react';
import { IconButton } from '../../../../ui/button/button.tsx';
import { translate } from '../../../../ui/language/translate.ts';
import { words } from '../words.ts';
import { type Field, type FieldKind, fieldKinds } from './field.ts';
import { FieldValue } from './field-value.tsx';

export interface FieldRowProps {
  readonly field: Field;
  /** The value is chosen elsewhere on the desk. */
  readonly isFixed: boolean;
  /** It was just added: the reader wants to fill it. */
  readonly isNew: boolean;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onKind: (kind: FieldKind) => void;
  readonly onRemove: () => void;
}

function Kind({ field, onKind }: Pick<FieldRowProps, 'field' | 'onKind'>): ReactElement {
  return (
    <select
      className="field form-kind"
      aria-label={words.form.kindOf(field.name)}
      value={field.kind}
      onChange={({ target }) => onKind(target.value as FieldKind)}
    >
      {fieldKinds.map((kind) => (
        <option key={kind} value={kind}>
          {words.form.kinds[kind]}
        </option>
      ))}
    </select>
  );
}

function Meaning({ field, isFixed }: Pick<FieldRowProps, 'field' | 'isFixed'>): ReactElement | null {
  if (isFixed) return <p className="form-meaning">{words.form.fixed}</p>;
  if (!field.meaning) return null;
  return (
    <p className="form-meaning">
      {translate(field.meaning.meaning)} <span className="claim-rule">{field.meaning.rule}</span>
    </p>
  );
}

/** One member: its name, its value by its kind, what it means, and how to be rid of it. */
export function FieldRow(props: FieldRowProps): ReactElement {
  const { field, isFixed, isNew, onKind, onRemove } = props;
  const nameId = useId();
  const row = useRef<HTMLLIElement>(null);
  const fill = useEffectEvent(() => {
    if (isNew) row.current?.querySelector<HTMLElement>('.form-value :is(input, textarea, button)')?.focus();
  });
  useEffect(() => fill(), []);
  return (
    <li className="form-row" ref={row}>
      <code className="form-name" id={nameId}>
        {field.name}
      </code>
      <div className="form-value">
        {isFixed ? <code>{field.source}</code> : <FieldValue {...props} nameId={nameId} />}
      </div>
      {!isFixed && (
        <div className="form-tools">
          <Kind field={field} onKind={onKind} />
          <IconButton label={words.form.remove(field.name)} icon={IconX} onClick={onRemove} />
        </div>
      )}
      <Meaning field={field} isFixed={isFixed} />
    </li>
  );
}
