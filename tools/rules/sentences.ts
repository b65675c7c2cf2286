import { z } from '../../utils/rules/zod.ts';

type Issue = z.core.$ZodIssue;

const listed = (values: readonly unknown[]): string => values.map(String).join(', ');

/** The keys that an object's schema has. */
function keysOf(schema: unknown): string[] {
  return schema instanceof z.ZodMiniObject ? Object.keys(schema.shape).sort() : [];
}

/** Sentences for what a schema has none of its own for; each follows the name of the field. */
const inWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `is not known; known here are ${listed(keysOf(issue.inst))}`;
    case 'invalid_type':
      return `should be of type ${issue.expected}${issue.input === undefined ? ', and is missing' : ''}`;
    case 'invalid_value':
      return `should be one of ${listed(issue.values)}`;
    case 'invalid_format':
      return issue.pattern ? `should match ${issue.pattern}` : `should be a ${issue.format}`;
    case 'too_big':
      return `should be at most ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'number' ? `should be at least ${issue.minimum}` : 'should not be empty';
    default:
      return 'has none of the forms that it can have';
  }
};

z.config({ localeError: inWords });

const isOfOtherType = ({ code, path }: Issue): boolean => code === 'invalid_type' && path.length === 0;

/** Of the forms that a value can have, what is wrong by the one that it comes nearest to. */
function nearest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const [least, next] = issue.errors
    .filter(([first]) => first && !isOfOtherType(first))
    .toSorted((a, b) => a.length - b.length);
  if (!least?.[0] || least.length === next?.length) return issue;
  const inner = nearest(least[0]);
  return { ...inner, path: [...issue.path, ...inner.path] };
}

/** The first thing wrong with a value: the field in full, and what it should be. */
export function firstFault({ issues }: z.core.$ZodError): { path: string; sentence: string } {
  const [first] = issues;
  if (!first) return { path: '', sentence: 'is not as it should be' };
  const issue = nearest(first);
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]] : issue.path;
  return { path: path.join('.'), sentence: issue.message };
}
