export interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  /** What it runs up to; absent: how long it takes is not known. */
  readonly max?: number | undefined;
  /** The state in words; read out when it changes. */
  readonly text?: string;
  /** `work`: something is being done now; `measure`: how things stand. Only work is read out while it moves. */
  readonly kind?: 'work' | 'measure';
}

/** How far something is, as a bar and in words. */
export function ProgressBar({ label, value, max, text, kind = 'work' }: ProgressBarProps) {
  const share = max === undefined || max <= 0 ? undefined : Math.min(1, value / max);
  return (
    <div class="progress">
      {text !== undefined && (
        <div class="row row-between small soft">
          <span>{label}</span>
          <span aria-live={kind === 'work' ? 'polite' : 'off'}>{text}</span>
        </div>
      )}
      <div
        class={share === undefined ? 'progress-track progress-open' : 'progress-track'}
        role={kind === 'work' ? 'progressbar' : 'meter'}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max ?? 1}
        aria-valuenow={
          share === undefined ? (kind === 'work' ? undefined : 0) : Math.min(value, max ?? value)
        }
        aria-valuetext={text}
      >
        <div class="progress-fill" style={share === undefined ? undefined : { width: `${share * 100}%` }} />
      </div>
    </div>
  );
}
