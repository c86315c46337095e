import { toToolAnswer, toToolResult } from '../../model/actions/tool-result';
import type { ToolResult } from '../../model/actions/tool-result';
import { jobInputs } from '../../model/jobs/job-inputs';
import { listActionsSince } from '../../storage/readers/actions/list-actions-since';
import type { Services } from '../services';

/** What the targets of a job that acts have come to, in their order; see the contract. */
export async function readResults(
  { connection }: Pick<Services, 'connection'>,
  jobId: string,
): Promise<ToolResult | ToolResult[] | null> {
  const job = await connection.read((database) => database.get('jobs', jobId));
  const input = jobInputs.act.safeParse(job?.input);
  if (!job || !input.success) return null;
  const { targets } = input.data;
  const entries = await connection.read((database) => listActionsSince(database, job.createdAt));
  const results = targets.flatMap(({ viewerId }) => {
    // The last attempt counts: one that was stopped is taken again when the job goes on.
    const last = entries.filter((entry) => entry.jobId === jobId && entry.viewerId === viewerId).at(-1);
    return (last && toToolResult(last)) ?? [];
  });
  if (results.length === 0) return null;
  const answer = toToolAnswer(results, targets.length === 1);
  return Array.isArray(answer) ? [...(answer as readonly ToolResult[])] : (answer as ToolResult);
}
