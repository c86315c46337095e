import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ACTION_NAMES, ACTION_TRAITS } from '../../../model/actions/action.catalog';
import type { Comment } from '../../../model/comment';
import { Button } from '../../controls/button';
import { Segmented } from '../../controls/segmented';
import { SelectField } from '../../controls/select-field';
import { TextField } from '../../controls/text-field';
import { DeleteCommentDialog } from '../../deeds/delete-comment-dialog';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { ContentField } from './content-field';
import { AccountChoice } from './account-choice';
import type { Choosable } from '../../accounts/list-choosable';
import type { ActRound } from './act-results';
import { ConfirmAccounts } from './confirm-accounts';
import { findProblems, readNote, sendCommand } from './to-command';
import type { ActForm, ActProblem } from './to-command';

const EMPTY_FORM: ActForm = {
  note: '',
  action: 'like',
  commentId: '',
  rootCommentId: '',
  content: '',
  mode: 'assist',
  chosen: [],
};

interface ActFormProps {
  /** Who is logged in in the browser; `null`: nobody is known to be. */
  readonly viewerId: string | null;
  /** Who else may act; empty: nobody. */
  readonly accounts: readonly Choosable[];
  readonly onStarted: (round: ActRound) => void;
}

/** What is to be done, to which note, as whom. */
export function ActFormCard({ viewerId, accounts, onStarted }: ActFormProps) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const form = useSignal<ActForm>(EMPTY_FORM);
  const hasTried = useSignal(false);
  const asking = useSignal<'delete' | 'accounts' | undefined>(undefined);
  const busy = useSignal(false);
  const now = form.value;
  const { target, hasText } = ACTION_TRAITS[now.action];
  const modes = hasText ? (['assist', 'send', 'rehearse'] as const) : (['send', 'rehearse'] as const);
  const mode = modes.find((one) => one === now.mode) ?? 'send';
  const change = (part: Partial<ActForm>) => {
    form.value = { ...form.value, ...part };
    asking.value = undefined;
  };
  const isSingle = now.action === 'delete-own-comment';
  const known = accounts.filter(({ userId }) => now.chosen.includes(userId));
  const actors = isSingle ? known.slice(0, 1) : known;
  const nameOf = (id: string) => accounts.find(({ userId }) => userId === id)?.name ?? id;
  const problems = hasTried.value ? findProblems(now) : [];
  const problemOf = (name: ActProblem) => (problems.includes(name) ? t(`act.${name}-wrong`) : undefined);
  const send = async () => {
    asking.value = undefined;
    busy.value = true;
    const chosen = actors.map(({ userId }) => userId);
    const sending = sendCommand(ports.client, { ...now, mode, chosen });
    const isSent = await save(sending);
    busy.value = false;
    if (!isSent) return;
    onStarted({ jobId: (await sending).jobId, accounts: actors });
    toasts.show(t('act.started'));
    hasTried.value = false;
    change({ content: '' });
  };
  const press = () => {
    hasTried.value = true;
    if (findProblems(now).length > 0) return;
    if (now.action === 'delete-own-comment' && mode !== 'rehearse') asking.value = 'delete';
    else if (actors.length > 1) asking.value = 'accounts';
    else void send();
  };
  return (
    <Card title={t('act.form')}>
      <div class="stack">
        <TextField
          label={t('act.note')}
          placeholder={t('act.note-placeholder')}
          icon="link"
          value={now.note}
          onInput={(note) => change({ note })}
          onSubmit={press}
          problem={problemOf('note')}
        />
        <SelectField
          label={t('act.action')}
          value={now.action}
          options={ACTION_NAMES.map((name) => ({ value: name, label: t(`act.action-${name}`) }))}
          onChange={(action) => change({ action })}
        />
        {target === 'comment' && (
          <CommentFields form={now} onChange={change} problemOf={problemOf} onSubmit={press} />
        )}
        {hasText && (
          <ContentField
            form={now}
            onInput={(content) => change({ content })}
            onSubmit={press}
            problem={problemOf('content')}
          />
        )}
        <Segmented
          label={t('act.mode')}
          value={mode}
          options={modes.map((name) => ({ value: name, label: t(`act.mode-${name}`) }))}
          onChange={(name) => change({ mode: name })}
        />
        <p class="small soft">{t(`act.mode-${mode}-hint`)}</p>
        {accounts.length > 0 && (
          <AccountChoice
            accounts={accounts}
            chosen={actors.map(({ userId }) => userId)}
            isSingle={isSingle}
            onChange={(chosen) => change({ chosen })}
          />
        )}
        {asking.value === 'delete' && (
          <DeleteQuestion
            form={now}
            account={actors[0]?.name}
            onYes={() => void send()}
            onNo={() => (asking.value = undefined)}
          />
        )}
        {asking.value === 'accounts' && (
          <ConfirmAccounts
            accounts={actors}
            action={t(`act.action-${now.action}`)}
            onConfirm={() => void send()}
            onClose={() => (asking.value = undefined)}
          />
        )}
        <div class="row row-between wrap">
          <span class="small soft">
            {actors.length === 0 && viewerId !== null && t('act.who', { id: nameOf(viewerId) })}
          </span>
          <Button
            kind="primary"
            icon="play"
            busy={busy.value}
            disabled={actors.length === 0 && viewerId === null}
            onClick={press}
          >
            {t('act.start')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** Shows what is about to be deleted, as far as it is stored, and asks about it twice. */
function DeleteQuestion(props: {
  readonly form: ActForm;
  readonly account: string | undefined;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const { form, account, onYes, onNo } = props;
  const { ports } = useUi();
  const commentId = form.commentId.trim();
  const found = useSignal<{ readonly comment: Comment | undefined } | undefined>(undefined);
  useEffect(() => {
    const noteId = readNote(form.note)?.noteId ?? '';
    // What cannot be read is named by its id.
    ports.readers.findCommentsByKey([[noteId, commentId]]).then(
      ([comment]) => (found.value = { comment }),
      () => (found.value = { comment: undefined }),
    );
  }, []);
  if (!found.value) return null;
  const { comment } = found.value;
  return (
    <DeleteCommentDialog
      comment={comment}
      commentId={commentId}
      account={account}
      onConfirm={onYes}
      onClose={onNo}
    />
  );
}

interface CommentFieldsProps {
  readonly form: ActForm;
  readonly onChange: (part: Partial<ActForm>) => void;
  readonly onSubmit: () => void;
  readonly problemOf: (name: ActProblem) => string | undefined;
}

function CommentFields({ form, onChange, onSubmit, problemOf }: CommentFieldsProps) {
  const { t } = useTexts();
  return (
    <>
      <TextField
        label={t('act.comment')}
        placeholder={t('act.comment-placeholder')}
        icon="comment"
        value={form.commentId}
        onInput={(commentId) => onChange({ commentId })}
        onSubmit={onSubmit}
        problem={problemOf('comment')}
      />
      <TextField
        label={t('act.thread')}
        placeholder={t('act.thread')}
        icon="reply"
        value={form.rootCommentId}
        onInput={(rootCommentId) => onChange({ rootCommentId })}
        onSubmit={onSubmit}
        problem={problemOf('thread')}
      />
    </>
  );
}
