import { keyOf, type MessageKey, type Translator } from '../i18n/translate.ts';
import type { TeachStep } from '../messaging/protocol.ts';
import type { FieldPlace } from '../site/taught.ts';
import { fieldName } from './health.ts';

/** What the bar says with which a field is taught: texts only, in one language. */
export interface TeachView {
  tag: string;
  /** `point`: a person is to point or type. */
  kind: 'kept' | 'look' | 'point';
  heading: string;
  text: string;
  /** The first values that would be read; empty where there are none to show. */
  values: string;
  /** Why it does not go on; empty where it does. */
  problem: string;
  words: Record<'again' | 'cancel' | 'close' | 'keep' | 'look' | 'typed', string>;
}

type Problem = NonNullable<Extract<TeachStep, { kind: 'point' }>['problem']>;

function problemText({ problem, words, example }: Problem, name: string, t: Translator): string {
  const key = keyOf('teachProblem', problem);
  const isLike = problem === 'not-value' && example !== '';
  return t(isLike ? 'teachProblem_not_value_like' : key, words, name, example);
}

const WORDS: Record<keyof TeachView['words'], MessageKey> = {
  again: 'teachAgain',
  cancel: 'teachCancel',
  close: 'teachClose',
  keep: 'teachKeep',
  look: 'teachLook',
  typed: 'teachTyped',
};

function wordsIn(t: Translator): TeachView['words'] {
  const entries = Object.entries(WORDS).map(([name, key]) => [name, t(key)]);
  return Object.fromEntries(entries) as TeachView['words'];
}

/** What the bar says at a step. */
export function teachView({ field }: FieldPlace, step: TeachStep, t: Translator): TeachView {
  const name = fieldName(field, t);
  const view: TeachView = {
    tag: t.tag,
    kind: 'point',
    heading: t('teachHeading', name),
    text: t('teachPoint'),
    values: '',
    problem: '',
    words: wordsIn(t),
  };
  switch (step.kind) {
    case 'point':
      return { ...view, problem: step.problem ? problemText(step.problem, name, t) : '' };
    case 'look':
    case 'not-kept': {
      const { words, count, values } = step.lesson;
      const shown = values.join(t('comma'));
      return {
        ...view,
        kind: 'look',
        heading: t('teachFound', name, words, count),
        text: t('teachMeans'),
        problem: step.kind === 'not-kept' ? t('teachNotKept') : '',
        values: count > values.length ? t('teachValues', shown) : shown,
      };
    }
    case 'kept':
      return { ...view, kind: 'kept', heading: t('teachKept', name, step.words), text: t('teachKeptWhere') };
  }
}
