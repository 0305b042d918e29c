import { type ComponentPropsWithRef, type ReactElement, type ReactNode, useId } from 'react';
import './labelled-field.css';

interface LabelledFieldProps extends ComponentPropsWithRef<'input'> {
  readonly label: string;
  /** What is wrong with what stands in it. */
  readonly fault?: string | undefined;
  /** The element that says what may stand in it. */
  readonly hintedBy?: string | undefined;
  /** The element that says what is wrong, where that is said elsewhere. */
  readonly describedBy?: string | undefined;
  /** A button within the field, at its end. */
  readonly aside?: ReactNode;
}

/** A field below its name, with what is wrong with it below that. Nothing in it is a word to be spelt or mended. */
export function LabelledField(props: LabelledFieldProps): ReactElement {
  const { label, fault, hintedBy, describedBy, aside, ...input } = props;
  const id = useId();
  const faultId = `${id}-fault`;
  const faults = [fault === undefined ? undefined : faultId, describedBy].filter((one) => one !== undefined);
  const described = [...faults, hintedBy].filter((one) => one !== undefined).join(' ');
  return (
    <div className="labelled-field">
      <label htmlFor={id}>{label}</label>
      <div className="labelled-field-line">
        <input
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={faults.length === 0 ? undefined : true}
          {...input}
          id={id}
          aria-describedby={described === '' ? undefined : described}
        />
        {aside !== undefined && <div className="labelled-field-aside">{aside}</div>}
      </div>
      {fault !== undefined && (
        <p className="labelled-field-fault" id={faultId}>
          {fault}
        </p>
      )}
    </div>
  );
}
