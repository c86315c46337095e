/** Long enough to hold the date and the ending of an export's name. */
const TAIL = 20;

/** A file's name in one line: where it is too long its middle gives way, since its end tells what it is. */
export function FileName({ name }: { name: string }) {
  const letters = [...name];
  const at = Math.max(letters.length - TAIL, 0);
  return (
    <span class="file-name" title={name}>
      <span class="cut">{letters.slice(0, at).join('')}</span>
      <span>{letters.slice(at).join('')}</span>
    </span>
  );
}
