import type { JobInput } from '../../../src/model/jobs/job-inputs';
import type { FakeAnswer } from '../providers/fake-series';
import { createGatewayUnderTest } from '../providers/gateway-under-test';
import type { GatewayUnderTest } from '../providers/gateway-under-test';
import { answerNoteList, answerTwoComments, fullNote, noteSeries } from '../providers/note-world';
import { createEngineUnderTest } from './engine-under-test';
import type { EngineUnderTest } from './engine-under-test';

const priced = {
  enteredPrices: {
    tikhub: { currency: 'USD', amount: 0.01 },
    justoneapi: { currency: 'CNY', amount: 0.02 },
  },
  dailyBudget: {},
  jobBudget: {},
} as const;
type Answers = Readonly<Record<string, (url: URL, times: number) => FakeAnswer>>;

const usual: Answers = {
  search: (url) => answerNoteList(45, 20, url),
  detail: (url) => ({ payload: { note: fullNote(url.searchParams.get('noteId') ?? '') } }),
  comments: answerTwoComments,
};

/** A gateway of two invented series that sell notes; `takesLinks`: the first takes one in place of a note's id. */
export function createTest(answers: Answers, settings = {}): GatewayUnderTest {
  const all = { ...usual, ...answers };
  const answer = (url: URL, times: number): FakeAnswer => {
    const door = url.pathname.split('/').at(-1) ?? '';
    return all[door]?.(url, times) ?? { fail: { kind: 'unsupported', billed: false } };
  };
  const { takesLinks, ...rest } = { takesLinks: false, ...settings };
  return createGatewayUnderTest(
    [noteSeries('tikhub-app-v2', { takesLinks }), noteSeries('justoneapi')],
    answer,
    {
      ...priced,
      ...rest,
    },
  );
}

/** A job over notes that were picked or pasted. */
export const listed = (
  notes: Extract<JobInput<'collect-notes'>['from'], { kind: 'listed' }>['notes'],
  changes: Partial<JobInput<'collect-notes'>> = {},
) => ({ from: { kind: 'listed' as const, notes }, most: 100, details: true, comments: false, ...changes });

/** Runs a job to its end: what it left. */
export async function collect(
  gateway: GatewayUnderTest,
  input: JobInput<'collect-notes'>,
  test: EngineUnderTest = createEngineUnderTest(gateway.gateway, gateway.clock),
) {
  const { fillFromNext } = gateway.settings;
  test.settings = { ...test.settings, providers: { ...test.settings.providers, fillFromNext } };
  const { jobId } = await test.engine.start({ kind: 'collect-notes', input, agreed: true });
  await test.runOut();
  const database = await test.connection.open();
  const [job, notes, comments, lists, items] = await Promise.all([
    test.findJob(jobId),
    database.getAll('notes'),
    database.getAll('comments'),
    database.getAll('commentLists'),
    database.getAll('jobItems', IDBKeyRange.bound([jobId], [jobId, []])),
  ]);
  return { test, job, notes, comments, lists, items };
}

/** Calls of one kind that were sent, to whomever. */
export const countDoor = ({ line }: GatewayUnderTest, door: string) =>
  line.asked.filter((path) => path.endsWith(`/${door}`)).length;
