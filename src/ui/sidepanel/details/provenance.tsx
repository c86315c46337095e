import type { Note } from '../../../model/note';
import { formatMoment } from '../../format/format-time';
import { useTexts } from '../../text-context';
import { toSourceWords } from './to-source-words';

/** Which field was last seen where and when. The names are the model's, the same as in exported files. */
export function Provenance({ note }: { note: Note }) {
  const { t, language } = useTexts();
  const fields = Object.entries(note.observed).sort(([a], [b]) => a.localeCompare(b));
  if (fields.length === 0) return null;
  return (
    <details class="card card-plain provenance">
      <summary>{t('panel.provenance')}</summary>
      <dl>
        {fields.map(([field, seen]) => (
          <div key={field} class="provenance-line">
            <dt class="mono tiny">{field}</dt>
            <dd class="tiny soft">
              {t('panel.provenance-line', {
                source: toSourceWords(seen.via, t),
                age: formatMoment(seen.at, language),
              })}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
