import { useMemo } from 'preact/hooks';
import type { Person } from '../../model/author';
import type { SiteHost } from '../../model/note';
import { splitText, type TextSegment } from '../../site/emoji';
import { toUrl } from '../../site/routes';
import { toAuthorRef } from '../format/to-author-ref';

export interface RichTextProps {
  /** A text of the site's, with its codes. */
  readonly text: string;
  readonly host?: SiteHost | undefined;
  /** People the site says are mentioned in it. */
  readonly mentions?: readonly Person[] | undefined;
}

/** A stranger's text: text nodes only; links are built by us from ids and keywords, never taken from the text. */
export function RichText({ text, host = 'www.xiaohongshu.com', mentions = [] }: RichTextProps) {
  const names = mentions.map((person) => person.nickname ?? '');
  const segments = useMemo(() => splitText(text, names), [text, names.join('\n')]);
  return (
    <span class="rich-text" dir="auto">
      {segments.map((segment, index) => (
        <Segment key={index} segment={segment} host={host} mentions={mentions} />
      ))}
    </span>
  );
}

function Segment(props: { segment: TextSegment; host: SiteHost; mentions: readonly Person[] }) {
  const { segment, host, mentions } = props;
  switch (segment.kind) {
    case 'text':
      return <>{segment.text}</>;
    case 'emoji':
      return segment.symbol === undefined ? (
        <span class="rich-code">{segment.code.replace(/[RH]$/, '')}</span>
      ) : (
        <span class="rich-emoji" role="img" aria-label={segment.code} title={`[${segment.code}]`}>
          {segment.symbol}
        </span>
      );
    case 'topic':
      return (
        <OutLink class="rich-topic" href={toUrl({ kind: 'topic', host, keyword: segment.name })}>
          {`#${segment.name}`}
        </OutLink>
      );
    case 'mention': {
      const person = mentions.find((one) => one.nickname === segment.name);
      const ref = person && toAuthorRef(person, host);
      const shown = `@${segment.name}`;
      return ref ? (
        <OutLink class="rich-mention" href={toUrl(ref)}>
          {shown}
        </OutLink>
      ) : (
        <span class="rich-mention">{shown}</span>
      );
    }
  }
}

function OutLink({ class: name, href, children }: { class: string; href: string; children: string }) {
  return (
    <a class={name} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
