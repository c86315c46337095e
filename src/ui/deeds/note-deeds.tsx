import { Icon } from '../icons/icon';
import { useSave } from '../shell/use-save';
import { useTexts } from '../text-context';
import { isUnderWay } from '../../model/actions/deed';
import { DeedStatus } from './deed-status';
import type { DeedsStore } from './state/create-deeds-store';
import './deeds.css';

/** Like and save of the note, as the one who is logged in has them, each with one press; and how what was pressed stands. */
export function NoteDeeds({ store }: { readonly store: DeedsStore }) {
  const { t } = useTexts();
  const deeds = [store.deedOf('like'), store.deedOf('favorite')].flatMap((deed) => deed ?? []);
  return (
    <div class="note-deeds" role="group" aria-label={t('deeds.note')}>
      <div class="row">
        <DeedButton topic="like" store={store} />
        <DeedButton topic="favorite" store={store} />
      </div>
      {deeds.map((deed) => (
        <DeedStatus key={deed.topic} deed={deed} store={store} />
      ))}
    </div>
  );
}

function DeedButton({ topic, store }: { readonly topic: 'like' | 'favorite'; readonly store: DeedsStore }) {
  const { t } = useTexts();
  const save = useSave();
  const isOn = store.isOn(topic);
  const deed = store.deedOf(topic);
  const hint =
    isOn === undefined ? `deeds.unknown-${topic}` : isOn ? `deeds.undo-${topic}` : 'deeds.with-own';
  return (
    <button
      type="button"
      class="button button-plain button-small deed-button"
      data-deed-button={topic}
      aria-pressed={isOn ?? 'mixed'}
      title={t(hint as 'deeds.with-own')}
      disabled={store.isOrdering.value || (deed !== undefined && isUnderWay(deed))}
      onClick={() => void save(store.set(topic, isOn !== true))}
    >
      <Icon name={topic === 'like' ? 'heart' : 'star'} size={16} />
      <span class="button-words">{t(isOn ? `deeds.${topic}-on` : `deeds.${topic}`)}</span>
      {isOn === undefined && (
        <>
          <span class="faint" aria-hidden="true">
            ?
          </span>
          <span class="unseen">{t(`deeds.unknown-${topic}`)}</span>
        </>
      )}
    </button>
  );
}
