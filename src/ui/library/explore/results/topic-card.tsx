import type { ComponentChildren } from 'preact';
import type { TopicPage } from '../../../../model/providers/topic-page';
import { RemoteImage } from '../../../content/remote-image';
import { Chip } from '../../../controls/chip';
import { formatCount } from '../../../format/format-count';
import { Icon } from '../../../icons/icon';
import { useTexts } from '../../../text-context';

/** What stands above a topic's notes; at its end what can be done with it. */
export function TopicCard({ topic, children }: { topic: TopicPage; children?: ComponentChildren }) {
  const { t, language } = useTexts();
  const counts = [
    ['explore.topic-views', topic.views],
    ['explore.topic-discussions', topic.discussions],
    ['explore.topic-notes', topic.notes],
  ] as const;
  return (
    <div class="found-person">
      <span class="found-topic">
        <RemoteImage
          urls={[topic.imageUrl]}
          alt=""
          fallback={
            <span class="media-empty">
              <Icon name="hash" size={22} />
            </span>
          }
        />
      </span>
      <div class="grow">
        <p class="strong">{topic.name ?? topic.topicId}</p>
        {topic.desc !== undefined && <p class="small soft break">{topic.desc}</p>}
        <p class="row wrap small soft found-numbers">
          {counts.map(
            ([key, count]) =>
              count && (
                <span key={key}>
                  {t(key)} <span class="strong">{formatCount(count, language)}</span>
                </span>
              ),
          )}
        </p>
        {topic.tabs && topic.tabs.length > 0 && (
          <p class="row wrap found-numbers">
            {topic.tabs.map((tab) => (
              <Chip key={tab}>{tab}</Chip>
            ))}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
