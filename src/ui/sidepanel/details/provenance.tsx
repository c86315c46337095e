import type { Observation } from '../../../model/values/observation';
import { formatMoment } from '../../format/format-time';
import { useTexts } from '../../text-context';
import { toSourceWords } from './to-source-words';

export interface ProvenanceProps {
  readonly title: string;
  /** Field name → where it was last seen. */
  readonly observed: Readonly<Record<string, Observation>>;
}

/** Which field was last seen where and when. The names are the model's, the same as in exported files. */
export function Provenance({ title, observed }: ProvenanceProps) {
  const { t, language } = useTexts();
  const fields = Object.entries(observed).sort(([a], [b]) => a.localeCompare(b));
  if (fields.length === 0) return null;
  return (
    <details class="card card-plain provenance">
      <summary>{title}</summary>
      <dl>
        {fields.map(([field, seen]) => (
          <div key={field} class="provenance-line">
            <dt class="mono tiny">{field}</dt>
            <dd class="tiny soft" title={seen.via}>
              {t('panel.provenance-line', {
                source: toSourceWords(seen, t),
                age: formatMoment(seen.at, language),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
