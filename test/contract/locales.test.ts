import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../../public/_locales/en/messages.json' with { type: 'json' };
import zhCN from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { FIELD_PATHS } from '../../utils/facts/fields.ts';
import { CHIP_IDS } from '../../utils/features/judgement.ts';
import { CATEGORY_NAMES } from '../../utils/import/fields.ts';

type Messages = Record<string, { message: string }>;
const english: Messages = en;
const chinese: Messages = zhCN;

const placeholders = (message: string | undefined): string[] => (message?.match(/\$[1-9]/g) ?? []).sort();

const sources = ['components', 'entrypoints', 'utils']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.(tsx?|html)$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

/** Keys that code puts together from an id. */
const COMPOSED =
  /^(category|chip|doubt|entry|programme|title|verdict|confidence|fact|where|pass|summary|labels|problem|importProblem|group|page|form|hint|labelStatus|when|state|joinVerdict|joinBars|teachProblem|patchProblem|entryProblem|health|view|between|compare|colour|severity|auditColumn|auditFigure|auditProblem|auditSheet|countryGroup|auditState|auditSight|auditFilter|auditFormat|auditFormatFor|auditKey|auditKind|auditSort|auditTab|itemKind|itemState|due|eprFiled|eprBound|checklistPath|alertKind|alertOpen|alertTodo|backupProblem|backupRow|backupCount|monitor|monitorFee|monitorNoForecast|failure|epr|scheme|poolPart|packKind|packProblem|packReach|refusal|packFee)_/;

describe('the texts', () => {
  it('are the same in both languages, with the same placeholders', () => {
    expect(Object.keys(chinese)).toEqual(Object.keys(english));
    for (const [key, { message }] of Object.entries(english)) {
      expect(placeholders(chinese[key]?.message), key).toEqual(placeholders(message));
    }
  });

  it('are Chinese in Chinese: no English sentence was left in', () => {
    const left = Object.entries(chinese).filter(([, { message }]) =>
      /[A-Za-z]{3,} [a-z]{3,} [a-z]{3,}/.test(message),
    );
    expect(left).toEqual([]);
  });

  it('name every fact and say where it is found', () => {
    for (const path of FIELD_PATHS) {
      const key = path.replace('.', '_');
      expect(english[`fact_${key}`], path).toBeDefined();
      expect(english[`where_${key}`], path).toBeDefined();
    }
  });

  it('name the categories as the import template does', () => {
    for (const [id, names] of Object.entries(CATEGORY_NAMES)) {
      const key = `category_${id.replaceAll('-', '_')}`;
      expect([english[key]?.message, chinese[key]?.message], id).toEqual([names.en, names.zh_CN]);
    }
  });

  it('name every chip', () => {
    for (const chip of CHIP_IDS) expect(english[`chip_${chip}`], chip).toBeDefined();
  });

  it('say of every problem of an imported file what to do, and of no other', () => {
    const source = readFileSync('utils/import/problems.ts', 'utf8');
    const keys = [...source.matchAll(/^ {2}\| '([a-z-]+)'/gm)].map(([, key = '']) =>
      key.replaceAll('-', '_'),
    );
    const texts = Object.keys(english).filter((key) => key.startsWith('importProblem_'));
    expect(texts).toEqual(keys.map((key) => `importProblem_${key}`).sort());
    for (const { en, zh_CN } of Object.values(CATEGORY_NAMES)) {
      expect(english.importProblem_category_unknown?.message).toContain(en);
      expect(chinese.importProblem_category_unknown?.message).toContain(zh_CN);
    }
  });

  it('are all used', () => {
    const unused = Object.keys(english).filter(
      (key) => !COMPOSED.test(key) && !sources.includes(`'${key}'`) && !key.startsWith('extension'),
    );
    expect(unused).toEqual([]);
  });
});
