import type { Settings } from '../../model/settings';
import { Segmented } from '../controls/segmented';
import { useTexts } from '../text-context';
import { useSave } from './use-save';
import { useUi } from './ui-context';

/** Chinese, English; on the options page also the browser's own. */
export function LanguageChoice({ withAuto = false }: { withAuto?: boolean }) {
  const { settings } = useUi();
  const { t, language } = useTexts();
  const save = useSave();
  const chosen = settings.settings.value?.language ?? 'auto';
  const options: { value: Settings['language']; label: string }[] = [
    { value: 'zh-CN', label: t('words.language-zh-CN') },
    { value: 'en', label: t('words.language-en') },
  ];
  if (withAuto) options.unshift({ value: 'auto', label: t('options.language-auto') });
  return (
    <Segmented
      label={t('welcome.language')}
      value={withAuto ? chosen : language}
      options={options}
      onChange={(value) => void save(settings.change({ language: value }))}
    />
  );
}
