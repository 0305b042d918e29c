import { type ReactElement, type ReactNode, useId } from 'react';
import './panel.css';

interface PanelProps {
  /** So that a link can lead here. */
  readonly id?: string;
  readonly title: string;
  /** A part of the token gives the panel its hue. */
  readonly part?: 'header' | 'payload' | 'signature';
  /** A few quiet words beside the title, such as a size. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A titled region: every block of the workbench is one. */
export function Panel({
  id,
  title,
  part,
  note,
  actions,
  children,
  className = '',
}: PanelProps): ReactElement {
  const titleId = useId();
  const hue = part ? `panel-part part-${part}` : '';
  return (
    <section id={id} className={`panel ${hue} ${className}`} aria-labelledby={titleId}>
      <div className="panel-head">
        <h2 className="panel-title" id={titleId}>
          {title}
        </h2>
        {note && <span className="panel-note">{note}</span>}
        {actions && <div className="panel-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
