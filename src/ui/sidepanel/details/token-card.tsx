import { useSignal } from '@preact/signals';
import { findUsableToken } from '../../../model/merge/note-tokens';
import type { Note, NoteToken } from '../../../model/note';
import type { Translate } from '../../../i18n/t';
import { CopyButton } from '../../controls/copy-button';
import { formatRelative } from '../../format/format-time';
import { toNoteUrl } from '../../format/to-note-url';
import { Button } from '../../controls/button';
import { Card } from '../../surfaces/card';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { toDoorWords } from './to-source-words';
import { FreshTokenWays } from './fresh-token-ways';

/** The token to use, else the newest of those that the site has refused. */
function findBestToken(note: Note): NoteToken | undefined {
  return findUsableToken(note.tokens) ?? [...note.tokens].sort((a, b) => b.seenAt - a.seenAt)[0];
}

interface IdLineProps {
  readonly label: string;
  readonly value: string;
  readonly faint?: boolean;
  /** A word on where it comes from. */
  readonly origin?: string;
}

function IdLine({ label, value, faint, origin }: IdLineProps) {
  return (
    <div class="id-line">
      <dt class="tiny soft">{label}</dt>
      <dd class="row">
        <span class={faint ? 'grow faint small' : 'grow mono cut'} title={value}>
          {value}
        </span>
        {!faint && <CopyButton text={value} label={label} />}
      </dd>
      {origin !== undefined && <dd class="tiny faint">{origin}</dd>}
    </div>
  );
}

/** A link may give an empty source, which is sent as such; none given is something else. */
function toSourceText(source: string | undefined, t: Translate): string {
  if (source === undefined) return t('panel.token-source-none');
  return source || t('panel.token-source-empty');
}

function toAgeText(token: NoteToken, { t, language }: ReturnType<typeof useTexts>): string {
  const age = formatRelative(token.seenAt, Date.now(), language);
  return t('panel.token-age', { age, from: toDoorWords(token.from, t) });
}

/** Ids, the token with its age and where it was read, and the way to a fresh one when it no longer works. */
export function TokenCard({ note }: { note: Note }) {
  const texts = useTexts();
  const { t, language } = texts;
  const asked = useSignal(false);
  const token = findBestToken(note);
  const refused = token?.refusedAt;
  return (
    <Card title={t('panel.ids')}>
      <dl class="id-list">
        <IdLine label={t('panel.note-id')} value={note.noteId} />
        {token ? (
          <>
            <IdLine label={t('panel.token')} value={token.xsecToken} origin={toAgeText(token, texts)} />
            <IdLine
              label={t('panel.token-source')}
              value={toSourceText(token.xsecSource, t)}
              faint={!token.xsecSource}
            />
          </>
        ) : (
          <IdLine label={t('panel.token')} value={t('panel.token-none')} faint />
        )}
        {note.author?.id.kind === 'site' && (
          <IdLine label={t('panel.author-id')} value={note.author.id.value} />
        )}
        <IdLine label={t('panel.link')} value={toNoteUrl(note)} />
      </dl>
      {refused !== undefined && (
        <Notice
          shape="line"
          tone="warn"
          icon="lock"
          title={t('panel.token-refused', { age: formatRelative(refused, Date.now(), language) })}
        />
      )}
      {(refused !== undefined || asked.value) && <FreshTokenWays note={note} />}
      {refused === undefined && !asked.value && (
        <Button kind="ghost" size="small" icon="refresh" onClick={() => (asked.value = true)}>
          {t('panel.token-renew')}
        </Button>
      )}
    </Card>
  );
}
