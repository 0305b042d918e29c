import { type ReactElement, useRef, useState } from 'react';
import { Button } from '../../../../ui/button/button.tsx';
import { removeMember, setMember } from '../model/edit-json.ts';
import { readObject } from '../model/read-object.ts';
import { words } from '../words.ts';
import { AddMember } from './add-member.tsx';
import { convert } from './convert.ts';
import { type Field, type FieldKind, type FormPart, fieldsOf } from './field.ts';
import { FieldRow } from './field-row.tsx';
import { startValue } from './new-member.ts';
import './form.css';

interface FormViewProps {
  readonly part: FormPart;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Shows the text instead, for what no form can hold. */
  readonly onAsText: () => void;
}

/** As many rows as are pleasant to scroll through; more is easier to edit as text. */
const mostFields = 100;

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** The members one by one. Each change is an edit of the text, which stays the only truth. */
export function FormView({ part, text, onText, onAsText }: FormViewProps): ReactElement {
  const [wished, setWished] = useState<ReadonlyMap<string, FieldKind>>(new Map());
  const [added, setAdded] = useState<string>();
  const addName = useRef<HTMLInputElement>(null);
  const root = readObject(part, text);
  if (root.kind === 'refused') return <AsText sentence={root.sentence} onAsText={onAsText} />;
  const fields = fieldsOf(part, text, root, wished);
  const add = (name: string): void => {
    setAdded(name);
    if (fields.every((field) => field.name !== name))
      onText(setMember(text, name, startValue(part, name, seconds())));
  };
  const changeKind = (field: Field, kind: FieldKind): void => {
    setWished(new Map([...wished, [field.name, kind]]));
    onText(setMember(text, field.name, convert(field, kind, seconds())));
  };
  const remove = (name: string): void => {
    addName.current?.focus();
    onText(removeMember(text, name));
  };
  return (
    <>
      <ul className="form-fields" aria-label={words.form.fields[part]}>
        {fields.slice(0, mostFields).map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            isFixed={part === 'header' && field.name === 'alg'}
            isNew={field.name === added}
            text={text}
            onText={onText}
            onKind={(kind) => changeKind(field, kind)}
            onRemove={() => remove(field.name)}
          />
        ))}
      </ul>
      {fields.length > mostFields && (
        <AsText sentence={words.form.more(fields.length - mostFields)} onAsText={onAsText} />
      )}
      <AddMember ref={addName} part={part} taken={fields.map(({ name }) => name)} onAdd={add} />
    </>
  );
}

function AsText({ sentence, onAsText }: { sentence: string; onAsText: () => void }): ReactElement {
  return (
    <p className="form-as-text">
      <span>{sentence}</span>
      <Button className="draft-chip" onClick={onAsText}>
        {words.form.asText}
      </Button>
    </p>
  );
}
