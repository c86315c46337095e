export interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  /** What it runs up to; absent: how long it takes is not known. */
  readonly max?: number | undefined;
  /** The state in words; read out when it changes. */
  readonly text?: string;
  /** `work`: something is being done now; `measure`: how things stand. Only work moves, and is read out while it does. */
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
        class={share === undefined && kind === 'work' ? 'progress-track progress-open' : 'progress-track'}
        role={kind === 'work' ? 'progressbar' : 'meter'}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max ?? 1}
        aria-valuenow={
          share === undefined ? (kind === 'work' ? undefined : 0) : Math.min(value, max ?? value)
        }
        aria-valuetext={text}
      >
        <div class="progress-fill" style={toWidth(share, kind)} />
      </div>
    </div>
  );
}

/** How far nobody knows: what is at work slides along its track, what stands still shows nothing. */
function toWidth(share: number | undefined, kind: 'work' | 'measure') {
  if (share === undefined && kind === 'work') return undefined;
  return { width: `${(share ?? 0) * 100}%` };
}
