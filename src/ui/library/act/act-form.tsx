import { useSignal } from '@preact/signals';
import { ACTION_NAMES, ACTION_TRAITS } from '../../../model/actions/action.catalog';
import { Button } from '../../controls/button';
import { Segmented } from '../../controls/segmented';
import { SelectField } from '../../controls/select-field';
import { TextField } from '../../controls/text-field';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { ContentField } from './content-field';
import { findProblems, sendCommand } from './to-command';
import type { ActForm, ActProblem } from './to-command';

const EMPTY_FORM: ActForm = {
  note: '',
  action: 'like',
  commentId: '',
  rootCommentId: '',
  content: '',
  mode: 'assist',
};

/** What is to be done, to which note, as whom. `viewerId`: who is logged in. */
export function ActFormCard({ viewerId }: { readonly viewerId: string }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const form = useSignal<ActForm>(EMPTY_FORM);
  const hasTried = useSignal(false);
  const isAsking = useSignal(false);
  const busy = useSignal(false);
  const now = form.value;
  const { target, hasText } = ACTION_TRAITS[now.action];
  const modes = hasText ? (['assist', 'send', 'rehearse'] as const) : (['send', 'rehearse'] as const);
  const mode = modes.find((one) => one === now.mode) ?? 'send';
  const change = (part: Partial<ActForm>) => {
    form.value = { ...form.value, ...part };
    isAsking.value = false;
  };
  const problems = hasTried.value ? findProblems(now) : [];
  const problemOf = (name: ActProblem) => (problems.includes(name) ? t(`act.${name}-wrong`) : undefined);
  const send = async () => {
    isAsking.value = false;
    busy.value = true;
    const isSent = await save(sendCommand(ports.client, { ...now, mode }));
    busy.value = false;
    if (!isSent) return;
    toasts.show(t('act.started'));
    hasTried.value = false;
    change({ content: '' });
  };
  const press = () => {
    hasTried.value = true;
    if (findProblems(now).length > 0) return;
    if (now.action === 'delete-own-comment' && mode !== 'rehearse') isAsking.value = true;
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
          <CommentFields form={now} onChange={change} problem={problemOf('comment')} onSubmit={press} />
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
        {isAsking.value && (
          <Notice
            icon="alert"
            tone="warn"
            shape="strip"
            title={t('act.delete-sure')}
            actions={
              <>
                <Button kind="danger" onClick={() => void send()}>
                  {t('act.delete-yes')}
                </Button>
                <Button onClick={() => (isAsking.value = false)}>{t('act.delete-no')}</Button>
              </>
            }
          />
        )}
        <div class="row row-between wrap">
          <span class="small soft">{t('act.who', { id: viewerId })}</span>
          <Button kind="primary" icon="play" busy={busy.value} onClick={press}>
            {t('act.start')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

interface CommentFieldsProps {
  readonly form: ActForm;
  readonly onChange: (part: Partial<ActForm>) => void;
  readonly onSubmit: () => void;
  readonly problem: string | undefined;
}

function CommentFields({ form, onChange, onSubmit, problem }: CommentFieldsProps) {
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
        problem={problem}
      />
      <TextField
        label={t('act.thread')}
        placeholder={t('act.thread')}
        icon="reply"
        value={form.rootCommentId}
        onInput={(rootCommentId) => onChange({ rootCommentId })}
        onSubmit={onSubmit}
      />
    </>
  );
}
