import { expect, it } from 'vitest';
import { createPace } from '../../../../src/workers/comment-view/pace';

it('runs once for all who wait, never twice at once, and pauses behind a long run', async () => {
  let clock = 0;
  const waits: number[] = [];
  const pace = createPace(
    () => clock,
    (ms) => {
      waits.push(ms);
      clock += ms;
      return Promise.resolve();
    },
  );
  let running = 0;
  let runs = 0;
  const task = async () => {
    running += 1;
    expect(running).toBe(1);
    runs += 1;
    clock += 100;
    await Promise.resolve();
    running -= 1;
  };
  await pace.run(task);
  await Promise.all([pace.run(task), pace.run(task), pace.run(task)]);
  expect(runs).toBe(2);
  expect(waits).toEqual([300]);
});

it('tells whoever waited that a run failed, and runs again after it', async () => {
  const pace = createPace();
  await expect(pace.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(pace.run(() => Promise.resolve())).resolves.toBeUndefined();
});
