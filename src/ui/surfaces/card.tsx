import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface CardProps {
  readonly children: ComponentChildren;
  readonly title?: string;
  /** Stands beside the title, at the end. */
  readonly action?: ComponentChildren;
  readonly tone?: 'plain' | 'soft' | 'accent';
}

/** A quiet surface that holds what belongs together; with a title it is a region of that name. */
export function Card({ children, title, action, tone = 'plain' }: CardProps) {
  const id = useId();
  if (title === undefined) return <div class={`card card-${tone}`}>{children}</div>;
  return (
    <section class={`card card-${tone}`} aria-labelledby={id}>
      <div class="row row-between card-head">
        <h2 id={id}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
