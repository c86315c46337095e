import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { toMediaUrl } from './to-media-url';
import { useOnScreen } from './use-on-screen';

export interface RemoteImageProps {
  /** Tried in this order; addresses of the site run out. */
  readonly urls: readonly (string | undefined)[];
  readonly alt: string;
  /** What stands there before, and for good when none of the addresses gives a picture. */
  readonly fallback: ComponentChildren;
  readonly class?: string;
}

/** A picture from the site's CDN: asked for only once it is on screen, without a referrer, else its fallback. */
export function RemoteImage({ urls, alt, fallback, class: name = '' }: RemoteImageProps) {
  const box = useRef<HTMLSpanElement>(null);
  const onScreen = useOnScreen(box);
  const failed = useSignal(0);
  const loaded = useSignal(false);
  const usable = [...new Set(urls.map(toMediaUrl).filter((url) => url !== undefined))];
  const key = usable.join(' ');
  useEffect(() => {
    failed.value = 0;
    loaded.value = false;
  }, [key]);
  const url = usable[failed.value];
  return (
    <span class={`remote-image ${name}`} ref={box}>
      {!loaded.value && fallback}
      {onScreen.value && url !== undefined && (
        <img
          key={url}
          src={url}
          alt={alt}
          class={loaded.value ? '' : 'remote-waiting'}
          referrerpolicy="no-referrer"
          loading="lazy"
          decoding="async"
          draggable={false}
          onLoad={() => (loaded.value = true)}
          onError={() => (failed.value += 1)}
        />
      )}
    </span>
  );
}
