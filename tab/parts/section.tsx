// A named part of a page, and what stands in it while there is nothing yet.
import { type ReactNode, useId } from 'react';

interface SectionProps {
  title: string;
  id?: string;
  note?: string | undefined;
  children: ReactNode;
}

export function Section({ title, id, note, children }: SectionProps) {
  const heading = useId();
  return (
    <section className="panel" aria-labelledby={heading} id={id}>
      <div className="panel-head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        {note && <p className="quiet small">{note}</p>}
      </div>
      {children}
    </section>
  );
}

/** Says what is not there yet, and what to do about it. */
export const Empty = ({ children }: { children: ReactNode }) => <div className="empty">{children}</div>;

/** A list, or what is said while it has nothing. */
export const Rows = ({ none, children }: { none: string; children: readonly ReactNode[] }) =>
  children.length === 0 ? (
    <Empty>
      <p>{none}</p>
    </Empty>
  ) : (
    <ul className="rows">{children}</ul>
  );

/** The outline of a page while it is fetched. */
export function Skeleton({ label, rows }: { label: string; rows: number }) {
  return (
    <div role="status" className="skeleton">
      <span className="unseen">{label}</span>
      {Array.from({ length: rows }, (_, n) => (
        <div className="panel bone" key={`bone-${String(n)}`} aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
