import { createFileName, DEFAULT_NAME_PATTERN, NAME_TOKENS } from '../../../export/file-name';
import { createLocalTimeFormat } from '../../../lib/local-time';
import { EXPORT_FILE_ENDINGS } from '../../../export/file-endings.catalog';
import type { Note } from '../../../model/note';
import { Chip } from '../../controls/chip';
import { TextField } from '../../controls/text-field';
import { FileName } from '../../note/file-name';
import { useTexts } from '../../text-context';
import type { ChoicePartProps } from './column-choice';

export interface NamePatternProps extends ChoicePartProps {
  readonly named: NamedNote;
  /** Absent: not known before it is written. */
  readonly rows: number | undefined;
}

/** What a file may be named after. */
export interface NamedNote {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  /** Of several notes: how many. */
  readonly noteId: string;
}

export const toNamed = ({ title, author, noteId }: Note): NamedNote => ({
  title,
  author: author?.nickname,
  noteId,
});

/** What the file is called: a pattern, words to put into it, and how it comes out. */
export function NamePattern({ choice, onChange, named, rows }: NamePatternProps) {
  const { t } = useTexts();
  const pattern = choice.namePattern === '' ? DEFAULT_NAME_PATTERN : choice.namePattern;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const shown = choice.anonymised ? undefined : named;
  const name = createFileName(
    {
      title: shown?.title,
      author: shown?.author,
      noteId: shown?.noteId ?? '',
      localTime: createLocalTimeFormat(timeZone)(Date.now()) ?? '',
      format: choice.format,
      count: rows,
    },
    choice.namePattern.trim() === '' ? undefined : choice.namePattern,
  );
  return (
    <div class="stack-tight">
      <span class="switch-label">{t('exporting.name')}</span>
      <TextField
        label={t('exporting.name')}
        value={choice.namePattern}
        placeholder={DEFAULT_NAME_PATTERN}
        onInput={(namePattern) => onChange({ namePattern: namePattern.slice(0, 200) })}
      />
      <div class="row wrap" role="group" aria-label={t('exporting.name-words')}>
        {NAME_TOKENS.map((token) => (
          <Chip key={token} onToggle={() => onChange({ namePattern: `${pattern}-{${token}}`.slice(0, 200) })}>
            {t(`exporting.token-${token}`)}
          </Chip>
        ))}
      </div>
      <p class="small soft export-preview">
        <FileName name={`${name}.${EXPORT_FILE_ENDINGS[choice.format]}`} />
      </p>
    </div>
  );
}
