import { useSignal, type ReadonlySignal } from '@preact/signals';
import { toAppError } from '../../model/errors';
import { planImport } from '../../model/templates/plan-import';
import type { ImportPlan } from '../../model/templates/plan-import';
import type { Template } from '../../model/templates/template';
import {
  LARGEST_TEMPLATE_FILE,
  MOST_TEMPLATES,
  readTemplateFile,
  toTemplateFile,
} from '../../model/templates/template-file';
import { useSaveText } from '../library/lists/use-save-text';
import { useTexts, type Texts } from '../text-context';

export interface TemplateFiles {
  /** What the file that was chosen would bring; absent: none was chosen, or it makes no sense. */
  readonly plan: ReadonlySignal<ImportPlan | undefined>;
  /** Why a file was refused. */
  readonly problem: ReadonlySignal<string | undefined>;
  take(file: File): Promise<void>;
  drop(): void;
  write(): Promise<void>;
}

/** Templates into a file, and from one: nothing is stored before it was seen what it would be. */
export function useTemplateFiles(stored: readonly Template[]): TemplateFiles {
  const texts = useTexts();
  const saveText = useSaveText();
  const plan = useSignal<ImportPlan | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  return {
    plan,
    problem,
    take: async (file) => {
      problem.value = undefined;
      if (file.size > LARGEST_TEMPLATE_FILE) {
        problem.value = texts.t('templates.file-too-large');
        return;
      }
      let text: string;
      try {
        text = await file.text();
      } catch {
        // Gone from where it was, or not ours to read.
        problem.value = texts.t('templates.file-unreadable');
        return;
      }
      try {
        plan.value = planImport(stored, readTemplateFile(text));
      } catch (thrown) {
        problem.value = toProblem(thrown, texts);
      }
    },
    drop: () => (plan.value = undefined),
    write: () => saveText({ name: 'hongshu-templates', format: 'json', text: toTemplateFile(stored) }),
  };
}

function toProblem(thrown: unknown, { t }: Texts): string {
  const { code, details } = toAppError(thrown);
  if (details['reason'] === 'entry') return t('templates.file-wrong', { entry: Number(details['entry']) });
  if (details['reason'] === 'too-many') return t('templates.file-too-many', { most: MOST_TEMPLATES });
  return t(`error.${code}`);
}
