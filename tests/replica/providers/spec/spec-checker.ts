import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../../server/exchange';
import type { ProviderName, SpecViolation } from '../types';
import { findException } from './spec-exceptions';

/** The parts of an OpenAPI document that a request can be held against. */
interface SpecDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, SpecOperation>>>>;
}
interface SpecOperation {
  readonly parameters?: readonly SpecParameter[];
}
interface SpecParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly type?: string; readonly enum?: readonly unknown[]; readonly maximum?: number };
}

export interface SpecChecker {
  readonly violations: readonly SpecViolation[];
  check(exchange: Exchange): void;
}

const FILES: Readonly<Partial<Record<string, { provider: ProviderName; file: string }>>> = {
  'api.tikhub.io': { provider: 'tikhub', file: 'tikhub.openapi.json' },
  'api.tikhub.dev': { provider: 'tikhub', file: 'tikhub.openapi.json' },
  'api.justoneapi.com': { provider: 'justoneapi', file: 'justoneapi.openapi.json' },
};

/** Holds requests against the vendors' documents in a folder; without the folder, or a file in it, nothing is checked. */
export function createSpecChecker(specsDir: string | undefined): SpecChecker {
  const violations: SpecViolation[] = [];
  const documents = new Map<string, SpecDocument | undefined>();
  const readDocument = (file: string): SpecDocument | undefined => {
    if (specsDir === undefined) return undefined;
    if (!documents.has(file)) {
      const path = join(specsDir, file);
      documents.set(
        file,
        existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as SpecDocument) : undefined,
      );
    }
    return documents.get(file);
  };
  return {
    violations,
    check: (exchange) => {
      const known = FILES[exchange.host];
      const document = known === undefined ? undefined : readDocument(known.file);
      if (known === undefined || document === undefined) return;
      for (const { parameter, problem } of findProblems(document, exchange)) {
        const violation = {
          provider: known.provider,
          method: exchange.method,
          path: exchange.path,
          parameter,
          problem,
        };
        if (findException(violation) === undefined) violations.push(violation);
      }
    },
  };
}

type Problem = Pick<SpecViolation, 'parameter' | 'problem'>;

function findProblems(document: SpecDocument, exchange: Exchange): readonly Problem[] {
  const operation = document.paths[exchange.path]?.[exchange.method.toLowerCase()];
  if (operation === undefined) {
    const unknown = [...exchange.query.keys()].map((parameter): Problem => ({
      parameter,
      problem: 'unknown parameter',
    }));
    return [{ parameter: undefined, problem: 'unknown path' }, ...unknown];
  }
  const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const missing = declared
    .filter(({ name, required }) => required === true && !exchange.query.has(name))
    .map(({ name }): Problem => ({ parameter: name, problem: 'missing parameter' }));
  const wrong = [...exchange.query].flatMap(([name, value]): Problem[] => {
    const parameter = declared.find((one) => one.name === name);
    if (parameter === undefined) return [{ parameter: name, problem: 'unknown parameter' }];
    const problem = findValueProblem(parameter, value);
    return problem === undefined ? [] : [{ parameter: name, problem }];
  });
  return [...missing, ...wrong];
}

function findValueProblem({ schema }: SpecParameter, value: string): SpecViolation['problem'] | undefined {
  if (schema.type === 'integer' && !/^-?\d+$/.test(value)) return 'wrong type';
  if (schema.type === 'boolean' && value !== 'true' && value !== 'false') return 'wrong type';
  if (schema.enum !== undefined && !schema.enum.map(String).includes(value)) return 'not in list';
  return schema.maximum !== undefined && Number(value) > schema.maximum ? 'not in list' : undefined;
}
