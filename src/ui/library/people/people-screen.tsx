import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../controls/button';
import { TextField } from '../../controls/text-field';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { FilterSelect } from '../lists/filter-select';
import { TallList } from '../lists/tall-list';
import { useSaveList } from '../lists/use-save-list';
import { createPeopleStore, MOST_LISTED, type KeptPerson, type PeopleStore } from './create-people-store';
import { PEOPLE_COLUMNS } from './people-columns';
import { PEOPLE_ORDERS, orderPeople, type PeopleOrder } from './order-people';
import { PersonLine } from './person-line';
import { useForgetPerson } from './use-forget-person';
import './people.css';

/** A usual card; the real heights are measured as cards come on screen. */
const USUAL_HEIGHT = 150;

/** People whose profile is kept: found, ordered, written to a file, opened, forgotten. */
export function PeopleScreen() {
  const { ports } = useUi();
  const { t } = useTexts();
  const [{ store, gone }] = useState(() => {
    const leaving = new AbortController();
    return { store: createPeopleStore(ports, leaving.signal), gone: leaving };
  });
  useEffect(() => () => gone.abort(), []);
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('people.title')}</h2>
          <p>{t('people.intro')}</p>
        </div>
      </div>
      <AsyncView
        of={store.people.value}
        onRetry={() => void store.refresh()}
        lines={8}
        empty={
          <Notice
            icon="user"
            title={t('people.none-title')}
            actions={
              <Button icon="compass" onClick={() => (location.hash = '#explore')}>
                {t('people.none-explore')}
              </Button>
            }
          >
            {t('people.none-text')}
          </Notice>
        }
      >
        {(people) => <People people={people} store={store} />}
      </AsyncView>
    </>
  );
}

function People({ people, store }: { people: readonly KeptPerson[]; store: PeopleStore }) {
  const { t } = useTexts();
  const order = useSignal<PeopleOrder>('seen');
  const saveList = useSaveList();
  const { hidden, forget } = useForgetPerson();
  const shown = orderPeople(
    people.filter(({ authorKey }) => !hidden.has(authorKey)),
    order.value,
  );
  const save = (format: 'csv' | 'json') => {
    const headerOf = (id: string) => t(HEADERS[id] ?? `explore.column-${id as 'title'}`);
    void saveList({ name: 'people', columns: PEOPLE_COLUMNS, rows: shown, headerOf }, format);
  };
  return (
    <div class="stack">
      <TextField
        kind="search"
        icon="search"
        label={t('people.find')}
        placeholder={t('people.find')}
        value={store.words.value}
        onInput={(words) => (store.words.value = words)}
      />
      <div class="row wrap">
        <p class="results-count" role="status">
          {t('people.count', { count: shown.length })}
        </p>
        <Button size="small" icon="download" disabled={shown.length === 0} onClick={() => save('csv')}>
          {t('explore.export-csv')}
        </Button>
        <Button size="small" icon="download" disabled={shown.length === 0} onClick={() => save('json')}>
          {t('explore.export-json')}
        </Button>
        <div class="results-view">
          <FilterSelect
            label={t('people.order')}
            value={order.value}
            options={PEOPLE_ORDERS.map((name) => ({ value: name, label: t(`people.order-${name}`) }))}
            onChoose={(name) => (order.value = name)}
          />
        </div>
      </div>
      {store.isCut.value && <p class="small soft">{t('people.first-only', { count: MOST_LISTED })}</p>}
      {shown.length === 0 && <p class="soft">{t('people.none-found')}</p>}
      <div class="people-list" role="feed" aria-label={t('people.list')}>
        <TallList
          rows={shown}
          keyOf={({ authorKey }) => authorKey}
          usualHeight={USUAL_HEIGHT}
          draw={(person, index) => (
            <PersonLine
              person={person}
              place={{ index, count: shown.length }}
              onForget={() => forget(person)}
            />
          )}
        />
      </div>
    </div>
  );
}

const HEADERS: Readonly<
  Record<string, `people.column-${'kept_notes' | 'liked' | 'first_seen_at' | 'last_seen_at'}`>
> = {
  kept_notes: 'people.column-kept_notes',
  liked: 'people.column-liked',
  first_seen_at: 'people.column-first_seen_at',
  last_seen_at: 'people.column-last_seen_at',
};
