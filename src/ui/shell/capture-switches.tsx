import type { CaptureKind, CaptureKinds } from '../../model/settings';
import { Switch } from '../controls/switch';
import { useTexts } from '../text-context';

const KINDS: readonly CaptureKind[] = ['notes', 'authors', 'feeds', 'searches', 'notifications'];

/** What may be kept, each on its own switch. */
export function CaptureSwitches({
  capture,
  onChange,
}: {
  capture: CaptureKinds;
  onChange: (capture: CaptureKinds) => void;
}) {
  const { t } = useTexts();
  return (
    <div class="lines">
      {KINDS.map((kind) => (
        <Switch
          key={kind}
          label={t(`options.capture-${kind}`)}
          hint={t(`options.capture-${kind}-hint`)}
          on={capture[kind]}
          onChange={(on) => onChange({ ...capture, [kind]: on })}
        />
      ))}
    </div>
  );
}
