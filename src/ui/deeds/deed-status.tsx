import type { Deed } from '../../model/actions/deed';
import { Button } from '../controls/button';
import { formatComing } from '../format/format-time';
import { Icon } from '../icons/icon';
import { ORDER_LOOKS } from '../replies/order-looks';
import { useSave } from '../shell/use-save';
import { useTexts } from '../text-context';
import type { Texts } from '../text-context';
import type { DeedsStore } from './state/create-deeds-store';
import './deeds.css';

/** What is so near is put off again and again while something else is under way, ms: told as a moment, the line would never rest. */
const SOON_MS = 2_500;

/** How one thing that was ordered stands, in one line, with the way on. */
export function DeedStatus({ deed, store }: { readonly deed: Deed; readonly store: DeedsStore }) {
  const texts = useTexts();
  const { icon, tone } = ORDER_LOOKS[deed.state.is];
  return (
    <p
      class={`row small deed-status deed-status-${tone}`}
      role="status"
      data-deed={deed.topic}
      data-deed-state={deed.state.is}
    >
      <Icon name={icon} size={14} />
      <span class="grow">{toDeedWords(deed, texts)}</span>
      <WayOn deed={deed} store={store} />
    </p>
  );
}

function WayOn({ deed, store }: { readonly deed: Deed; readonly store: DeedsStore }) {
  const { t } = useTexts();
  const save = useSave();
  const goOn = (label: string) => (
    <Button kind="ghost" size="small" onClick={() => void save(store.goOn(deed))}>
      {label}
    </Button>
  );
  const cancel = (
    <Button kind="ghost" size="small" onClick={() => void save(store.cancel(deed))}>
      {t('deeds.cancel')}
    </Button>
  );
  switch (deed.state.is) {
    case 'queued':
      return cancel;
    case 'stopped':
      return (
        <>
          {goOn(t('replies.go-on'))}
          {cancel}
        </>
      );
    case 'uncertain':
      return deed.state.isOver ? null : goOn(t('replies.check'));
    case 'failed':
      return goOn(t('replies.again'));
    default:
      return null;
  }
}

function toDeedWords({ topic, isOn, state }: Deed, { t, language }: Texts): string {
  const what = toWhat({ topic, isOn }, t);
  switch (state.is) {
    case 'queued': {
      if (state.error) return t('deeds.queued-why', { what, why: t(`error.${state.error.code}`) });
      const now = Date.now();
      if (state.notBefore === undefined || state.notBefore - now <= SOON_MS)
        return t('deeds.queued', { what });
      return t('deeds.queued-until', { what, when: formatComing(state.notBefore, now, language) });
    }
    case 'sending':
      return t(state.mode === 'rehearse' ? 'deeds.rehearsing' : 'deeds.sending', { what });
    case 'stopped':
      return state.error
        ? t('deeds.stopped', { what, why: t(`error.${state.error.code}`) })
        : t('deeds.paused', { what });
    case 'failed':
      return t('deeds.failed', { what, why: t(`error.${state.error?.code ?? 'not-done'}`) });
    case 'sent':
    case 'cancelled':
      return topic === 'delete-own-comment' ? t('deeds.deleted') : what;
    case 'rehearsed':
    case 'uncertain':
      return t(`deeds.${state.is}`, { what });
  }
}

function toWhat({ topic, isOn }: Pick<Deed, 'topic' | 'isOn'>, t: Texts['t']): string {
  if (topic === 'delete-own-comment' || isOn) return t(`deeds.of-${topic}`);
  return t(`deeds.of-un${topic}`);
}
