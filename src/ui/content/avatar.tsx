import { RemoteImage } from './remote-image';

/** A person's picture, or the first letter of their name. The name stands beside it, so it is not read out. */
export function Avatar({
  name,
  url,
  size = 32,
}: {
  name?: string | undefined;
  url?: string | undefined;
  size?: number;
}) {
  const first = [...(name ?? '').trim()][0] ?? '\u00b7';
  const tint = [...(name ?? '')].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 5;
  return (
    <span class="avatar" style={{ width: `${size}px`, height: `${size}px`, fontSize: `${size * 0.42}px` }}>
      <RemoteImage
        urls={[url]}
        alt=""
        fallback={
          <span class={`avatar-letter avatar-tint-${tint}`} aria-hidden="true">
            {first}
          </span>
        }
      />
    </span>
  );
}
